namespace DealBot.Core.Ledger;

/// <summary>A transaction as it comes out when an order's history is gone through again.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Step">What it comes from.</param>
/// <param name="Entries">Its entries.</param>
public sealed record ReplayedTransaction(LedgerKind Kind, OrderStep Step, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The month it belongs to.</summary>
    public LedgerMonth Month => LedgerMonth.Of(Step.BookedAt);
}
