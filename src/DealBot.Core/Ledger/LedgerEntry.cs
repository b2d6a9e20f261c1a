using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>One side of a transaction. The amounts of a transaction sum to zero.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">What it gets (credit, above zero) or gives (debit, below zero).</param>
public sealed record LedgerEntry(LedgerAccount Account, Money Amount);
