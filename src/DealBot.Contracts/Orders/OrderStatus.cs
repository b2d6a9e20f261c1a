namespace DealBot.Contracts;

/// <summary>Where an order stands, whatever the network calls it.</summary>
public enum OrderStatus
{
    /// <summary>A code DealBot does not know; kept as it came and counted as nothing.</summary>
    Unknown,

    /// <summary>Ordered, not paid.</summary>
    Created,

    /// <summary>Paid, or a deposit paid: the commission is an estimate.</summary>
    Paid,

    /// <summary>Received: the commission is confirmed.</summary>
    Confirmed,

    /// <summary>The network has paid the commission out.</summary>
    Settled,

    /// <summary>Cancelled, refunded or against the rules: no commission.</summary>
    Invalid,
}
