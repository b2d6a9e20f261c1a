namespace DealBot.Core.Ledger;

/// <summary>What a transaction comes from.</summary>
public enum LedgerKind
{
    /// <summary>What the network said of an order: estimated, confirmed, settled, or an estimate that came to less.</summary>
    Order,

    /// <summary>Commission that had been confirmed or settled and is less now, or nothing: a refund, a violation.</summary>
    ClawBack,

    /// <summary>An order read or traced anew by later rules.</summary>
    Recount,

    /// <summary>An order that somebody claimed for a group, or gave back.</summary>
    Claim,

    /// <summary>Orders booked before there were books.</summary>
    Opening,

    /// <summary>Money that the owner handed on.</summary>
    Payout,
}
