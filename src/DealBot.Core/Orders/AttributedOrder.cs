using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Orders;

/// <summary>An order row and the group it belongs to.</summary>
/// <param name="Order">The row as the network reports it.</param>
/// <param name="OwnerId">Who held the account that it came through when it was ordered; null if nobody ever did.</param>
/// <param name="Attribution">How it was traced.</param>
public sealed record AttributedOrder(OrderUpdate Order, string? OwnerId, Attribution Attribution)
{
    /// <summary>How its commission is divided.</summary>
    public CommissionTerms Terms { get; init; } = new(OwnerId);

    /// <summary>What the order adds to sales now: confirmed if known, estimated while paid, nothing if unpaid or invalid.</summary>
    public Money Sales => Order.Status switch
    {
        OrderStatus.Confirmed or OrderStatus.Settled => Order.ActualBase,
        OrderStatus.Paid => Order.EstimatedBase,
        _ => Money.Zero,
    };

    /// <summary>What the order adds to commission now.</summary>
    public Money Commission => Order.Status switch
    {
        OrderStatus.Confirmed or OrderStatus.Settled => Order.ActualFee,
        OrderStatus.Paid => Order.EstimatedFee,
        _ => Money.Zero,
    };

    /// <summary>Whether it counts as an order: paid and not cancelled.</summary>
    public bool Counts => Order.Status is OrderStatus.Paid or OrderStatus.Confirmed or OrderStatus.Settled;
}
