using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>By how much an account rose or fell in a month. Its balance at the end of a month is the sum of all movements until then.</summary>
/// <param name="Account">The account.</param>
/// <param name="Month">The month.</param>
/// <param name="Amount">What it got, less what it gave.</param>
public sealed record LedgerMovement(LedgerAccount Account, LedgerMonth Month, Money Amount);
