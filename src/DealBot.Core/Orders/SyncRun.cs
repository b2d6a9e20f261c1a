namespace DealBot.Core.Orders;

/// <summary>One run of order sync over one account, for the record.</summary>
public sealed record SyncRun
{
    public required string Network { get; init; }

    public required string Account { get; init; }

    public required SyncKind Kind { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>From which moment it read; null if it did not come to reading.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until which moment it read.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Rows that the network gave.</summary>
    public int Rows { get; init; }

    /// <summary>Rows not known before.</summary>
    public int New { get; init; }

    /// <summary>Rows known that said something else.</summary>
    public int Changed { get; init; }

    /// <summary>Rows that could not be read, seen for the first time.</summary>
    public int Unreadable { get; init; }

    /// <summary>The network's code for what ended it early; null if nothing did.</summary>
    public string? Fault { get; init; }
}
