namespace DealBot.Adapters.DingTalk;

/// <summary>Settings of the DingTalk (钉钉) adapter.</summary>
public sealed record DingTalkOptions
{
    /// <summary>Root of DingTalk's interface: https, or http to this machine. Default <c>https://oapi.dingtalk.com</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://oapi.dingtalk.com");

    /// <summary>Robots by name. Groups use the name as their address, so that the token stays in one place.</summary>
    public IReadOnlyDictionary<string, DingTalkRobot> Robots { get; init; } = new Dictionary<string, DingTalkRobot>();

    /// <summary>
    /// Messages a minute of each robot, 2 to 20. Default 20, what DingTalk documents; a robot that posts more is throttled for ten minutes, so less
    /// if something else posts through the same robots.
    /// </summary>
    public int MessagesPerMinute { get; init; } = DingTalkAdapter.DocumentedPerMinute;

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; init; } = 10;
}
