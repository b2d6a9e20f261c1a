using System.ComponentModel;

namespace DealBot.Adapters.WeCom;

/// <summary>Settings of the WeCom (企业微信) adapter.</summary>
public sealed record WeComOptions
{
    /// <summary>Root of WeCom's interface: https, or http to this machine. Default <c>https://qyapi.weixin.qq.com</c>.</summary>
    [Description("企业微信接口的根地址，一般不用填")]
    public Uri BaseUrl { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Robots by name. Groups use the name as their address, so that the key stays in one place.</summary>
    [Description("群机器人：名字 → 密钥；群的 address 填名字")]
    public IReadOnlyDictionary<string, WeComRobot> Robots { get; init; } = new Dictionary<string, WeComRobot>();

    /// <summary>
    /// Messages a minute of each robot, 2 to 20. Default 20, what WeCom documents; less if something else posts through the same robots, since
    /// WeCom counts all of it together.
    /// </summary>
    [Description("每个机器人每分钟最多几条，2 到 20")]
    public int MessagesPerMinute { get; init; } = WeComAdapter.DocumentedPerMinute;

    /// <summary>Messages within any 60 minutes of each robot, 2 to 1200; null, the default, for none: WeCom documents no such limit of robots.</summary>
    [Description("每个机器人每小时最多几条，2 到 1200；不填不限")]
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time) of each robot, 2 to 28800; null, the default, for none: WeCom documents no such limit of robots.</summary>
    [Description("每个机器人每天最多几条，2 到 28800；不填不限")]
    public int? MessagesPerDay { get; init; }

    /// <summary>Pictures a day (Beijing time) of each robot, 1 to 28800; null, the default, for none: WeCom documents no such limit.</summary>
    [Description("每个机器人每天最多几张图片；不填不限")]
    public int? ImagesPerDay { get; init; }

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    [Description("一次调用最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 10;
}
