namespace DealBot.Contracts;

/// <summary>One order row as the network gave it, and what it says. A row that can't be read still comes: nothing a network reports is thrown away.</summary>
/// <param name="Raw">The row as it came (JSON).</param>
/// <param name="Order">What it says; null if it can't be booked, because a key, a number or a time is missing or can't be read.</param>
/// <param name="RowId">The network's key of the row, where even an unreadable one shows it.</param>
public sealed record OrderReport(string Raw, OrderUpdate? Order, string? RowId)
{
    /// <summary>A row that could be read.</summary>
    public static OrderReport Of(OrderUpdate order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new OrderReport(order.Raw, order, order.RowId);
    }
}
