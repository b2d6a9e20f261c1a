namespace DealBot.Adapters.Feishu;

/// <summary>Settings of the Feishu (飞书) adapter.</summary>
public sealed record FeishuOptions
{
    /// <summary>
    /// Root of Feishu's interface: https, or http to this machine. Default <c>https://open.feishu.cn</c>; Lark, its version outside China, has
    /// another.
    /// </summary>
    public Uri BaseUrl { get; init; } = new("https://open.feishu.cn");

    /// <summary>Robots by name. Groups use the name as their address, so that the token stays in one place.</summary>
    public IReadOnlyDictionary<string, FeishuRobot> Robots { get; init; } = new Dictionary<string, FeishuRobot>();

    /// <summary>
    /// App ID (<c>cli_…</c>) of a self-built app (企业自建应用) of the same company, with which pictures are uploaded; a custom bot can't. The app needs
    /// the bot ability and the permission <c>im:resource</c>. Empty, the default: posts go out without pictures.
    /// </summary>
    public string AppId { get; init; } = "";

    /// <summary>The app's secret; needed with <see cref="AppId"/>.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>Messages a minute of each robot, 2 to 100. Default 100, what Feishu documents; less if something else posts through the same robots.</summary>
    public int MessagesPerMinute { get; init; } = FeishuAdapter.DocumentedPerMinute;

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Whether pictures can be sent.</summary>
    internal bool HasApp => AppId.Length > 0 && AppSecret.Length > 0;

    /// <summary>A text without the secret, since options reach logs.</summary>
    public override string ToString() => $"{nameof(FeishuOptions)} {{ BaseUrl = {BaseUrl}, *** }}";
}
