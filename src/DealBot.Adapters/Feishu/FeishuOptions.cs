using System.ComponentModel;

namespace DealBot.Adapters.Feishu;

/// <summary>Settings of the Feishu (飞书) adapter.</summary>
public sealed record FeishuOptions
{
    /// <summary>
    /// Root of Feishu's interface: https, or http to this machine. Default <c>https://open.feishu.cn</c>; Lark, its version outside China, has
    /// another.
    /// </summary>
    [Description("飞书接口的根地址，一般不用填；Lark 填 https://open.larksuite.com")]
    public Uri BaseUrl { get; init; } = new("https://open.feishu.cn");

    /// <summary>Robots by name. Groups use the name as their address, so that the token stays in one place.</summary>
    [Description("自定义机器人：名字 → 密钥；群的 address 填名字")]
    public IReadOnlyDictionary<string, FeishuRobot> Robots { get; init; } = new Dictionary<string, FeishuRobot>();

    /// <summary>
    /// App ID (<c>cli_…</c>) of a self-built app (企业自建应用) of the same company, with which pictures are uploaded; a custom bot can't. The app needs
    /// the bot ability and the permission <c>im:resource</c>. Empty, the default: posts go out without pictures.
    /// </summary>
    [Description("上传图片用的企业自建应用的 App ID；不填只发文字")]
    public string AppId { get; init; } = "";

    /// <summary>The app's secret; needed with <see cref="AppId"/>.</summary>
    [Description("这个自建应用的 App Secret（密钥，不要外传）")]
    public string AppSecret { get; init; } = "";

    /// <summary>Messages a minute of each robot, 2 to 100. Default 100, what Feishu documents; less if something else posts through the same robots.</summary>
    [Description("每个机器人每分钟最多几条，2 到 100")]
    public int MessagesPerMinute { get; init; } = FeishuAdapter.DocumentedPerMinute;

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    [Description("一次调用最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Whether pictures can be sent.</summary>
    internal bool HasApp => AppId.Length > 0 && AppSecret.Length > 0;

    /// <summary>A text without the secret, since options reach logs.</summary>
    public override string ToString() => $"{nameof(FeishuOptions)} {{ BaseUrl = {BaseUrl}, *** }}";
}
