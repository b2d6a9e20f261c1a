using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>What one party gets of a commission.</summary>
/// <param name="Party">Owner, promoter or platform.</param>
/// <param name="Id">The owner's or promoter's id; empty for the platform.</param>
/// <param name="Amount">The part; may be below zero where commission is taken back.</param>
public sealed record CommissionPart(LedgerParty Party, string Id, Money Amount);
