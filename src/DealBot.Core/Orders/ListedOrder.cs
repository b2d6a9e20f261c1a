using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>An order row as it is booked.</summary>
public sealed record ListedOrder
{
    public required string Network { get; init; }

    public required string RowId { get; init; }

    public required string OrderId { get; init; }

    public required string Account { get; init; }

    /// <summary>Whose account it came through; null if nobody's.</summary>
    public string? OwnerId { get; init; }

    public required string ItemId { get; init; }

    public required string Title { get; init; }

    public int Quantity { get; init; }

    public required OrderStatus Status { get; init; }

    /// <summary>The network's own status code.</summary>
    public required string StatusCode { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>What it adds to sales now.</summary>
    public Money Sales { get; init; }

    /// <summary>What it adds to commission now: estimated, confirmed or settled, as the status says.</summary>
    public Money Commission { get; init; }

    public required Attribution Attribution { get; init; }
}
