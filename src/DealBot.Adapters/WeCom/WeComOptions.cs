namespace DealBot.Adapters.WeCom;

/// <summary>Settings of the WeCom (企业微信) adapter.</summary>
public sealed record WeComOptions
{
    /// <summary>Root of WeCom's interface: https, or http to this machine. Default <c>https://qyapi.weixin.qq.com</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Robots by name. Groups use the name as their address, so that the key stays in one place.</summary>
    public IReadOnlyDictionary<string, WeComRobot> Robots { get; init; } = new Dictionary<string, WeComRobot>();

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; init; } = 10;
}
