namespace DealBot.Core.Planning;

/// <summary>What stands against a moment, or moved a slot away from its own.</summary>
internal enum Obstacle
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The full and half hour are crowded on every platform.</summary>
    Sharp,

    /// <summary>The slot's own moment has passed.</summary>
    Passed,

    /// <summary>Quiet hours, or another day.</summary>
    Quiet,

    /// <summary>Messages a day.</summary>
    Day,

    /// <summary>Pictures a day.</summary>
    Images,

    /// <summary>Messages an hour.</summary>
    Hour,

    /// <summary>Messages a minute.</summary>
    Minute,

    /// <summary>Messages a minute to the group.</summary>
    AddressMinute,

    /// <summary>Messages a day to the group.</summary>
    AddressDay,

    /// <summary>Messages a month to the group.</summary>
    Month,

    /// <summary>Least time between two messages of the account.</summary>
    LeastGap,

    /// <summary>Another post of the group is near.</summary>
    Gap,
}
