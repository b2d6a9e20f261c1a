namespace DealBot.Core.Accounts;

/// <summary>What an answer does to an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Before">How it stood.</param>
/// <param name="After">How it stands; the same object if nothing changed.</param>
public sealed record AccountChange(AccountKey Account, AccountState Before, AccountState After);
