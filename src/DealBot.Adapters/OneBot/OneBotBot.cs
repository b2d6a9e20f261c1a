using System.ComponentModel;

namespace DealBot.Adapters.OneBot;

/// <summary>One bridge and the QQ account behind it.</summary>
public sealed record OneBotBot
{
    /// <summary>Root of the bridge: <c>http://</c> for its HTTP server, <c>ws://</c> for its WebSocket server; with TLS <c>https://</c> and <c>wss://</c>.</summary>
    [Description("http:// 或 ws:// 开头的服务地址，加密的用 https://、wss://；不带参数")]
    public Uri? Url { get; init; }

    /// <summary>The bridge's access token; empty where it has none. A secret.</summary>
    [Description("OneBot 服务的 access token；不在本机时必填（密钥，不要外传）")]
    public string AccessToken { get; init; } = "";

    /// <summary>
    /// What the bridge signs its HTTP calls with; a secret. Empty, the default, for <see cref="AccessToken"/>: NapCat and LLBot have one token
    /// for both. Of a bridge that signs with neither nothing is taken.
    /// </summary>
    [Description("OneBot 服务给 HTTP 上报签名用的密钥；不填就是 AccessToken（密钥，不要外传）")]
    public string Secret { get; init; } = "";

    /// <summary>The QQ number that is logged in; 0, the default, for whichever it is. Forwarded messages need it.</summary>
    [Description("登录的 QQ 号；用合并转发时必填")]
    public long SelfId { get; init; }

    /// <summary>Seconds from one message of the bot to its next, 1 to 600. Default 5. QQ states no limits; this is what careful operators keep.</summary>
    [Description("两条消息至少隔多少秒，1 到 600")]
    public int SecondsBetween { get; init; } = 5;

    /// <summary>Messages a minute, 2 to 60. Default 20.</summary>
    [Description("每分钟最多几条，2 到 60")]
    public int MessagesPerMinute { get; init; } = 20;

    /// <summary>Messages within any 60 minutes, 2 to 3600; null, the default, for none.</summary>
    [Description("每小时最多几条，2 到 3600；不填不限")]
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time), 2 to 86400; null, the default, for none.</summary>
    [Description("每天最多几条，2 到 86400；不填不限")]
    public int? MessagesPerDay { get; init; }

    /// <summary>Whether whoever is on the way to the bridge can read the token and what is posted.</summary>
    internal bool CanBeListenedTo => Url is { Scheme: "http" or "ws", IsLoopback: false };

    /// <summary>A text without the secrets, since options reach logs.</summary>
    public override string ToString() => $"{nameof(OneBotBot)} {{ Url = {Url?.GetLeftPart(UriPartial.Authority)}, AccessToken = ***, Secret = *** }}";
}
