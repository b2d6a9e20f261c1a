using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>What one window brought.</summary>
public sealed record OrderBatch
{
    public required string Network { get; init; }

    public required string Account { get; init; }

    /// <summary>Rows in the order in which they came; one may come in several versions.</summary>
    public required IReadOnlyList<AttributedOrder> Orders { get; init; }

    /// <summary>Rows that could not be read; kept as they are.</summary>
    public IReadOnlyList<OrderReport> Unreadable { get; init; } = [];

    /// <summary>When they came.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>
    /// Up to which claim (<see cref="OrderClaim.Id"/>) the rows were traced: if an owner has claimed an order since, they are to be traced again.
    /// Null if claims don't matter.
    /// </summary>
    public long? ClaimsRead { get; init; }

    /// <summary>The window, if it brings the account's watermark forward; null for one that is read over again.</summary>
    public OrderWindow? Watermark { get; init; }
}
