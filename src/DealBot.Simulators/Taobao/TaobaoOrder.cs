using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary>One order of one item, as Taobao's books have it now.</summary>
public sealed record TaobaoOrder
{
    /// <summary>Row key.</summary>
    public required string TradeId { get; init; }

    /// <summary>Order number.</summary>
    public required string ParentId { get; init; }

    /// <summary>New-style item id.</summary>
    public required string ItemId { get; init; }

    /// <summary>The position, <c>mm_1_2_3</c>.</summary>
    public required string Pid { get; init; }

    /// <summary>The channel; empty for none.</summary>
    public required string RelationId { get; init; }

    /// <summary>11 unpaid, 12 paid, 14 received, 3 settled, 13 closed.</summary>
    public required int Status { get; init; }

    /// <summary>The order behind it.</summary>
    public required MarketOrder Sale { get; init; }

    /// <summary>What was paid and what the promoter will get of it.</summary>
    public (Money Base, Money Fee) Estimated => (Sale.EstimatedBase, Sale.EstimatedFee);

    /// <summary>What was settled; nothing before, except where something was returned.</summary>
    public (Money Base, Money Fee) Settled => Sale.State == MarketOrderState.Settled || Sale.Returned > 0 ? (Sale.ActualBase, Sale.ActualFee) : (Money.Zero, Money.Zero);

    internal static TaobaoOrder Of(MarketOrder order)
    {
        var tracking = (TaobaoLinkTracking)order.Tracking;
        return new TaobaoOrder
        {
            TradeId = string.Create(CultureInfo.InvariantCulture, $"4{order.OrderId}{order.RowNumber:D5}1"),
            ParentId = string.Create(CultureInfo.InvariantCulture, $"4{order.OrderId}{order.RowNumber:D5}0"),
            ItemId = TaobaoGoods.IdOf(order.Item),
            Pid = tracking.Pid,
            RelationId = tracking.RelationId,
            Status = StatusOf(order),
            Sale = order,
        };
    }

    private static int StatusOf(MarketOrder order) => order.State switch
    {
        MarketOrderState.Unpaid => 11,
        MarketOrderState.Paid => 12,
        MarketOrderState.Settled => 3,
        MarketOrderState.Received when order.Returned < order.Quantity => 14,
        _ => 13,
    };
}
