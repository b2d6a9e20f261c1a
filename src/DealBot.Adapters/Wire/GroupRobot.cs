using System.ComponentModel;

namespace DealBot.Adapters.Wire;

/// <summary>What the group robots of several platforms have in common: how they are protected, and how much they may post.</summary>
public abstract record GroupRobot
{
    /// <summary>The secret (加签, 签名校验) that the platform shows when signing is switched on for the robot; empty, the default, if it is not.</summary>
    [Description("加签（签名校验）的密钥；没开就不填（密钥，不要外传）")]
    public string Secret { get; init; } = "";

    /// <summary>
    /// The robot's keywords (自定义关键词) as they stand in the platform, at most 10; empty, the default, if it has none. The platform posts only
    /// messages that hold one of them; one that holds none is refused here, with the reason, before the call.
    /// </summary>
    [Description("机器人设了自定义关键词时，写同样的词；不含任何一个的消息不会发出")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Messages a minute, in place of the adapter's; null for no difference.</summary>
    [Description("这个机器人每分钟最多几条，代替公共的")]
    public int? MessagesPerMinute { get; init; }

    /// <summary>Messages within any 60 minutes; null, the default, for none: the platform documents none.</summary>
    [Description("这个机器人每小时最多几条；不填不限")]
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time); null, the default, for none: the platform documents none.</summary>
    [Description("这个机器人每天最多几条；不填不限")]
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without secrets, since options reach logs.</summary>
    public sealed override string ToString() => $"{GetType().Name} {{ *** }}";
}
