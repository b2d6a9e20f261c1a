namespace DealBot.Core.Orders;

/// <summary>By what an order was traced to a group, the surest first.</summary>
public enum AttributionMethod
{
    /// <summary>By the owner's own word.</summary>
    Claimed,

    /// <summary>By the link's code in the sub id.</summary>
    Link,

    /// <summary>By the group's name in the sub id.</summary>
    SubId,

    /// <summary>By the promotion position that the group holds, chosen by the owner or allotted.</summary>
    Position,

    /// <summary>By clicks on the same item shortly before; never sure.</summary>
    Join,

    /// <summary>Not at all.</summary>
    None,
}
