namespace DealBot.Simulators.Market;

/// <summary>Where an order stands at the network.</summary>
public enum MarketOrderState
{
    /// <summary>Ordered, not paid.</summary>
    Unpaid,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Received by the buyer.</summary>
    Received,

    /// <summary>The commission is paid out.</summary>
    Settled,

    /// <summary>Cancelled before it was received.</summary>
    Cancelled,
}
