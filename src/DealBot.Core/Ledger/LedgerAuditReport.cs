namespace DealBot.Core.Ledger;

/// <summary>What a check of the books found.</summary>
/// <param name="Orders">Order rows gone through again.</param>
/// <param name="Transactions">Transactions compared.</param>
/// <param name="Found">How many differences there are.</param>
/// <param name="Differences">The first of them.</param>
public sealed record LedgerAuditReport(long Orders, long Transactions, long Found, IReadOnlyList<LedgerDifference> Differences);
