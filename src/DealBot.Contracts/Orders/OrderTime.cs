namespace DealBot.Contracts;

/// <summary>Which time of an order row a window means.</summary>
public enum OrderTime
{
    /// <summary>When the network last changed the row.</summary>
    Updated,

    /// <summary>When it was ordered.</summary>
    Ordered,
}
