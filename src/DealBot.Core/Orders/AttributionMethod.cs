namespace DealBot.Core.Orders;

/// <summary>By what an order was traced to a group, the surest first.</summary>
public enum AttributionMethod
{
    /// <summary>By the link's code in the sub id.</summary>
    Link,

    /// <summary>By the group's name in the sub id.</summary>
    SubId,

    /// <summary>By the group's own promotion position.</summary>
    Position,

    /// <summary>Not at all.</summary>
    None,
}
