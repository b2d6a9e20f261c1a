namespace DealBot.Adapters.WeCom;

/// <summary>Settings of the WeCom (企业微信) adapter.</summary>
public sealed record WeComOptions
{
    /// <summary>Root of WeCom's interface: https, or http to this machine. Default <c>https://qyapi.weixin.qq.com</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Robots by name. Groups use the name as their address, so that the key stays in one place.</summary>
    public IReadOnlyDictionary<string, WeComRobot> Robots { get; init; } = new Dictionary<string, WeComRobot>();

    /// <summary>
    /// Messages a minute of each robot, 2 to 20. Default 20, what WeCom documents; less if something else posts through the same robots, since
    /// WeCom counts all of it together.
    /// </summary>
    public int MessagesPerMinute { get; init; } = WeComAdapter.DocumentedPerMinute;

    /// <summary>Messages within any 60 minutes of each robot, 2 to 1200; null, the default, for none: WeCom documents no such limit of robots.</summary>
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time) of each robot, 2 to 28800; null, the default, for none: WeCom documents no such limit of robots.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>Pictures a day (Beijing time) of each robot, 1 to 28800; null, the default, for none: WeCom documents no such limit.</summary>
    public int? ImagesPerDay { get; init; }

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; init; } = 10;
}
