using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>What a window brought, or several that follow each other.</summary>
/// <param name="Window">From the start of the first to the end of the last.</param>
/// <param name="Reports">The rows, in the order in which they came.</param>
/// <param name="ReadAt">When the first was read.</param>
internal sealed record ReadWindow(OrderWindow Window, List<OrderReport> Reports, DateTimeOffset ReadAt)
{
    /// <summary>The rows that could be read.</summary>
    public IEnumerable<OrderUpdate> Orders => Reports.Select(report => report.Order).OfType<OrderUpdate>();

    /// <summary>Both in one. The rows of the first are taken on, not copied: it is of no use by itself afterwards.</summary>
    public static ReadWindow operator +(ReadWindow first, ReadWindow next)
    {
        first.Reports.AddRange(next.Reports);
        return first with { Window = first.Window with { To = next.Window.To } };
    }
}
