using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>An order row on a promoter's statement.</summary>
public sealed record StatementOrder
{
    /// <summary>The order as the last transaction of the month left it.</summary>
    public required LedgerOrder Order { get; init; }

    public required StatementSection Section { get; init; }

    public required StatementRole Role { get; init; }

    /// <summary>What the last transaction of the month comes from.</summary>
    public required LedgerKind Kind { get; init; }

    /// <summary>When that was booked.</summary>
    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>The promoter's part of the commission.</summary>
    public required Rate Rate { get; init; }

    /// <summary>What the promoter has of the order after the month, at whichever stage it is.</summary>
    public required Money Share { get; init; }

    /// <summary>By how much the estimated account rose in the month.</summary>
    public required Money Estimated { get; init; }

    /// <summary>By how much the confirmed account rose.</summary>
    public required Money Confirmed { get; init; }

    /// <summary>By how much the settled account rose.</summary>
    public required Money Settled { get; init; }

    /// <summary>By how much the share rose or fell in the month, whatever its stage.</summary>
    public Money Change => Estimated + Confirmed + Settled;
}
