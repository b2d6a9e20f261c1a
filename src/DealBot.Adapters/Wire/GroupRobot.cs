namespace DealBot.Adapters.Wire;

/// <summary>What the group robots of several platforms have in common: how they are protected, and how much they may post.</summary>
public abstract record GroupRobot
{
    /// <summary>The secret (加签, 签名校验) that the platform shows when signing is switched on for the robot; empty, the default, if it is not.</summary>
    public string Secret { get; init; } = "";

    /// <summary>
    /// The robot's keywords (自定义关键词) as they stand in the platform, at most 10; empty, the default, if it has none. The platform posts only
    /// messages that hold one of them; one that holds none is refused here, with the reason, before the call.
    /// </summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Messages a minute, in place of the adapter's; null for no difference.</summary>
    public int? MessagesPerMinute { get; init; }

    /// <summary>Messages within any 60 minutes; null, the default, for none: the platform documents none.</summary>
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time); null, the default, for none: the platform documents none.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without secrets, since options reach logs.</summary>
    public sealed override string ToString() => $"{GetType().Name} {{ *** }}";
}
