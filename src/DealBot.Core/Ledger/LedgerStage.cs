namespace DealBot.Core.Ledger;

/// <summary>How far a commission has come.</summary>
public enum LedgerStage
{
    /// <summary>Paid by the buyer: the network reckons with it.</summary>
    Estimated,

    /// <summary>Received by the buyer: the network owes it.</summary>
    Confirmed,

    /// <summary>The network has paid it to the owner; only this can be paid out.</summary>
    Settled,

    /// <summary>Handed on to whom it belongs.</summary>
    PaidOut,
}
