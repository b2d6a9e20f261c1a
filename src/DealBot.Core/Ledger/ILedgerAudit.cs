namespace DealBot.Core.Ledger;

/// <summary>Checks the books against what they come from.</summary>
public interface ILedgerAudit
{
    /// <summary>
    /// Rebuilds the transactions of orders from what was kept and compares; checks that every transaction sums to zero, that each snapshot is
    /// there and unchanged, that payouts are posted as they are on record, that the roll-up is the sum of the entries, and, if no month is
    /// named, that orders are booked as the books say.
    /// </summary>
    /// <param name="month">Only transactions of this month; null for all.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<LedgerAuditReport> RunAsync(LedgerMonth? month, Action<double> progress, CancellationToken cancellationToken);
}
