namespace DealBot.Core.Orders;

/// <summary>What a batch changed.</summary>
/// <param name="Changes">Rows that are new or say something else than before.</param>
/// <param name="Unreadable">How many unreadable rows were not known yet.</param>
public sealed record SavedOrders(IReadOnlyList<OrderChange> Changes, int Unreadable)
{
    public static readonly SavedOrders None = new([], 0);

    /// <summary>Nothing was taken over: an owner claimed an order since the rows were traced.</summary>
    public static readonly SavedOrders Overtaken = new([], 0) { IsOvertaken = true };

    /// <summary>Whether the rows have to be traced again, and saved then.</summary>
    public bool IsOvertaken { get; init; }

    public static SavedOrders operator +(SavedOrders left, SavedOrders right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new SavedOrders([.. left.Changes, .. right.Changes], left.Unreadable + right.Unreadable);
    }
}
