using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>Something of the books that is not as it should be.</summary>
/// <param name="Subject">The order, account or transaction, as records name it.</param>
/// <param name="Text">What is wrong, with what is there and what should be.</param>
public sealed record LedgerDifference(string Subject, Phrase Text);
