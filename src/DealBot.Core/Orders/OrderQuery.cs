using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Which orders to list. What is null is not asked for.</summary>
public sealed record OrderQuery
{
    /// <summary>From when, by order time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    public string? GroupId { get; init; }

    public string? Network { get; init; }

    public OrderStatus? Status { get; init; }

    /// <summary>Only those of no group.</summary>
    public bool Unattributed { get; init; }

    /// <summary>The latest so many.</summary>
    public int Limit { get; init; } = int.MaxValue;
}
