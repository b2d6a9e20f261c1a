using System.ComponentModel;

namespace DealBot.Adapters.Wechaty;

/// <summary>One puppet service (<c>wechaty-puppet-service</c> or another that speaks its protocol) and the account logged in to it.</summary>
public sealed record WechatyPuppet
{
    /// <summary>
    /// Where it listens: <c>https://host:port</c>, or <c>http://host:port</c> for a service without TLS, which must be on this machine unless
    /// <see cref="TrustNetwork"/> says otherwise.
    /// </summary>
    [Description("服务地址：https://主机:端口；本机可用 http://")]
    public Uri? Endpoint { get; init; }

    /// <summary>The token that the service was started with, without <c>Wechaty</c> before it. A secret: whoever has it can read and write all chats of the account.</summary>
    [Description("启动服务时用的 token：拿到它就能读写这个账号的全部聊天（密钥，不要外传）")]
    public string Token { get; init; } = "";

    /// <summary>
    /// The name that the service's certificate is for. Default: the part of the token before its underscore, as Wechaty has it, otherwise the
    /// host of <see cref="Endpoint"/>.
    /// </summary>
    [Description("服务的证书是发给哪个名字的；不填按 token 或主机名")]
    public string? ServerName { get; init; }

    /// <summary>PEM file of the authority that signed the service's certificate; null for those that the system trusts.</summary>
    [Description("签发服务证书的机构，PEM 文件；不填用系统信任的")]
    public string? CaFile { get; init; }

    /// <summary>
    /// Whether nobody else can listen on the way to the service: a VPN, a network of containers. Then it may do without TLS, or with
    /// Wechaty's own certificate, whose private key is published. Default false.
    /// </summary>
    [Description("到服务的这段网络没有外人（VPN、容器内网）；填 true 才允许不加密地连别的机器")]
    public bool TrustNetwork { get; init; }

    /// <summary>Least time from one message of the account to its next, in seconds, 3 to 600. Default 5.</summary>
    [Description("两条消息至少隔多少秒，3 到 600")]
    public int SecondsBetween { get; init; } = 5;

    /// <summary>Messages a minute, 2 to 20. Default 20.</summary>
    [Description("账号每分钟最多几条，2 到 20")]
    public int MessagesPerMinute { get; init; } = 20;

    /// <summary>Messages within any 60 minutes, 2 to 1200; null, the default, for none.</summary>
    [Description("账号每小时最多几条，2 到 1200；不填不限")]
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time), 2 to 28800; null, the default, for none.</summary>
    [Description("账号每天最多几条，2 到 28800；不填不限")]
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without the token, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WechatyPuppet)} {{ Endpoint = {Endpoint}, Token = *** }}";
}
