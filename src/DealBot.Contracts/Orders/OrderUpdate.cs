namespace DealBot.Contracts;

/// <summary>One order row as the network reports it now: one item of one order. A later report replaces an earlier one.</summary>
public sealed record OrderUpdate
{
    /// <summary>Network name.</summary>
    public required string Network { get; init; }

    /// <summary>The network's unique key of the row.</summary>
    public required string RowId { get; init; }

    /// <summary>Order number; several rows may share it.</summary>
    public required string OrderId { get; init; }

    /// <summary>The item bought.</summary>
    public required DealKey Deal { get; init; }

    /// <summary>Item title.</summary>
    public required string Title { get; init; }

    /// <summary>Pieces bought.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Pieces returned.</summary>
    public int Returned { get; init; }

    /// <summary>Status.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>The network's own status code (JD: validCode).</summary>
    public required string StatusCode { get; init; }

    /// <summary>The status in words, with the reason where it is invalid.</summary>
    public required Phrase StatusText { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When the link was clicked that led to it, where the network says so.</summary>
    public DateTimeOffset? ClickedAt { get; init; }

    /// <summary>When it was received; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the network last changed the row.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Amount on which the estimated commission is reckoned.</summary>
    public Money EstimatedBase { get; init; }

    /// <summary>Estimated commission.</summary>
    public Money EstimatedFee { get; init; }

    /// <summary>Amount on which the actual commission is reckoned; zero until confirmed, lowered by refunds.</summary>
    public Money ActualBase { get; init; }

    /// <summary>Actual commission; zero until confirmed, lowered by refunds.</summary>
    public Money ActualFee { get; init; }

    /// <summary>Commission rate.</summary>
    public Rate CommissionRate { get; init; }

    /// <summary>What the order carries to trace it to a group.</summary>
    public required Tracking Tracking { get; init; }

    /// <summary>The row as the network sent it (JSON).</summary>
    public required string Raw { get; init; }
}
