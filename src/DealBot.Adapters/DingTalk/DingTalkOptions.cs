using System.ComponentModel;

namespace DealBot.Adapters.DingTalk;

/// <summary>Settings of the DingTalk (钉钉) adapter.</summary>
public sealed record DingTalkOptions
{
    /// <summary>Root of DingTalk's interface: https, or http to this machine. Default <c>https://oapi.dingtalk.com</c>.</summary>
    [Description("钉钉接口的根地址，一般不用填")]
    public Uri BaseUrl { get; init; } = new("https://oapi.dingtalk.com");

    /// <summary>Robots by name. Groups use the name as their address, so that the token stays in one place.</summary>
    [Description("自定义机器人：名字 → 密钥；群的 address 填名字")]
    public IReadOnlyDictionary<string, DingTalkRobot> Robots { get; init; } = new Dictionary<string, DingTalkRobot>();

    /// <summary>
    /// Messages a minute of each robot, 2 to 20. Default 20, what DingTalk documents; a robot that posts more is throttled for ten minutes, so less
    /// if something else posts through the same robots.
    /// </summary>
    [Description("每个机器人每分钟最多几条，2 到 20；超过 20 条钉钉会停十分钟")]
    public int MessagesPerMinute { get; init; } = DingTalkAdapter.DocumentedPerMinute;

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    [Description("一次调用最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 10;
}
