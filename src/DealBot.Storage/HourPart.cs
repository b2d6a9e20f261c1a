using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>All that the figures of a group's hour take from a row: while it stays, the hour does.</summary>
/// <param name="GroupId">The group; null if nobody's.</param>
/// <param name="Hour">Start of the hour of the order.</param>
/// <param name="OrderId">Rows of one order count once.</param>
/// <param name="Counts">Whether it counts as an order.</param>
/// <param name="SalesFen">What it adds to sales.</param>
/// <param name="CommissionFen">What it adds to commission.</param>
internal readonly record struct HourPart(string? GroupId, long Hour, string OrderId, bool Counts, long SalesFen, long CommissionFen)
{
    public static HourPart Of(AttributedOrder row) => new(
        row.Attribution.GroupId, Moments.HourOf(row.Order.OrderedAt), row.Order.OrderId, row.Counts, row.Sales.Fen, row.Commission.Fen);
}
