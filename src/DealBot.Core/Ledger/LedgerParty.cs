namespace DealBot.Core.Ledger;

/// <summary>Whose account.</summary>
public enum LedgerParty
{
    /// <summary>An account of an affiliate network, from which commission comes. Its balance is what it owes or paid, below zero.</summary>
    Network,

    /// <summary>The owner, who keeps what nobody else gets.</summary>
    Owner,

    /// <summary>A promoter, for the sales of groups of their own or of a promoter whom they invited.</summary>
    Promoter,

    /// <summary>Whoever runs the service for several owners.</summary>
    Platform,
}
