using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>An order row as a transaction left it.</summary>
public sealed record LedgerOrder
{
    public required string Network { get; init; }

    public required string RowId { get; init; }

    /// <summary>The snapshot that said so, by number.</summary>
    public required long Version { get; init; }

    /// <summary>Which time the row was booked anew since that snapshot; 0 for what came with the snapshot itself.</summary>
    public required long Step { get; init; }

    /// <summary>The number that the buyer sees; rows may share it.</summary>
    public required string OrderId { get; init; }

    public required string ItemId { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>The group it is traced to today; null if to none.</summary>
    public string? GroupId { get; init; }

    /// <summary>How far it had come; null if it brought nothing then (unpaid, cancelled, against the rules).</summary>
    public LedgerStage? Stage { get; init; }

    /// <summary>The sales that it counted for.</summary>
    public required Money Sales { get; init; }

    /// <summary>The whole commission, before it was divided.</summary>
    public required Money Commission { get; init; }

    /// <summary>How it was divided.</summary>
    public required CommissionTerms Terms { get; init; }
}
