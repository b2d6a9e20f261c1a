namespace DealBot.Core.Ledger;

/// <summary>One account of the books.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Id">Which: <c>network/account</c>, an owner's or a promoter's id; empty for the platform.</param>
/// <param name="Stage">How far the money on it has come.</param>
public readonly record struct LedgerAccount(LedgerParty Party, string Id, LedgerStage Stage);
