using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>What became of a window, or of several that were kept at once.</summary>
/// <param name="Window">From the start of the first to the end of the last.</param>
/// <param name="RowIds">Rows that the network gave and that could be read.</param>
/// <param name="Saved">What they changed.</param>
public sealed record TakenWindow(OrderWindow Window, IReadOnlyList<string> RowIds, SavedOrders Saved)
{
    public static TakenWindow operator +(TakenWindow left, TakenWindow right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new TakenWindow(left.Window with { To = right.Window.To }, [.. left.RowIds.Union(right.RowIds)], left.Saved + right.Saved);
    }
}
