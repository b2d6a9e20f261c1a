using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>One thing that happened to an order row, as it was put down then.</summary>
/// <param name="Version">The latest version of the row.</param>
/// <param name="Step">0 for a version that came; else which time the row was booked anew since.</param>
/// <param name="Cause">Why it was booked anew; null for a version that came.</param>
/// <param name="BookedAt">When.</param>
/// <param name="ModifiedAt">When the network had changed what was read.</param>
/// <param name="Holding">What the books should hold by it; null for a version that could not be read.</param>
public sealed record OrderStep(long Version, long Step, LedgerKind? Cause, DateTimeOffset BookedAt, DateTimeOffset ModifiedAt, OrderHolding? Holding)
{
    /// <summary>The sales that it counts for; null where that was not put down.</summary>
    public Money? Sales { get; init; }
}
