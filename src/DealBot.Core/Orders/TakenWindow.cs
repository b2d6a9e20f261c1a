namespace DealBot.Core.Orders;

/// <summary>What became of a window.</summary>
/// <param name="RowIds">Rows that the network gave and that could be read.</param>
/// <param name="Saved">What they changed.</param>
public sealed record TakenWindow(IReadOnlyList<string> RowIds, SavedOrders Saved)
{
    public static TakenWindow operator +(TakenWindow left, TakenWindow right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new TakenWindow([.. left.RowIds.Union(right.RowIds)], left.Saved + right.Saved);
    }
}
