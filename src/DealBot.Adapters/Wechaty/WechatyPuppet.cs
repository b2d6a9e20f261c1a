namespace DealBot.Adapters.Wechaty;

/// <summary>One puppet service (<c>wechaty-puppet-service</c> or another that speaks its protocol) and the account logged in to it.</summary>
public sealed record WechatyPuppet
{
    /// <summary>
    /// Where it listens: <c>https://host:port</c>, or <c>http://host:port</c> for a service without TLS, which must be on this machine unless
    /// <see cref="TrustNetwork"/> says otherwise.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The token that the service was started with, without <c>Wechaty</c> before it. A secret: whoever has it can read and write all chats of the account.</summary>
    public string Token { get; init; } = "";

    /// <summary>
    /// The name that the service's certificate is for. Default: the part of the token before its underscore, as Wechaty has it, otherwise the
    /// host of <see cref="Endpoint"/>.
    /// </summary>
    public string? ServerName { get; init; }

    /// <summary>PEM file of the authority that signed the service's certificate; null for those that the system trusts.</summary>
    public string? CaFile { get; init; }

    /// <summary>
    /// Whether nobody else can listen on the way to the service: a VPN, a network of containers. Then it may do without TLS, or with
    /// Wechaty's own certificate, whose private key is published. Default false.
    /// </summary>
    public bool TrustNetwork { get; init; }

    /// <summary>Least time from one message of the account to its next, in seconds, 3 to 600. Default 5.</summary>
    public int SecondsBetween { get; init; } = 5;

    /// <summary>Messages a minute, 2 to 20. Default 20.</summary>
    public int MessagesPerMinute { get; init; } = 20;

    /// <summary>Messages within any 60 minutes, 2 to 1200; null, the default, for none.</summary>
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time), 2 to 28800; null, the default, for none.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without the token, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WechatyPuppet)} {{ Endpoint = {Endpoint}, Token = *** }}";
}
