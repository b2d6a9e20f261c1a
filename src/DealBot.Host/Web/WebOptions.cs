using System.ComponentModel;

namespace DealBot.Host.Web;

/// <summary>What the endpoint takes from strangers.</summary>
public sealed record WebOptions
{
    [Description("可信的反向代理，只有它们传来的 X-Forwarded-For 才算数，例如 172.17.0.0/16；本机总是可信")]
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    [Description("同一地址每秒最多多少次请求，1 到 1000000；手机运营商让许多人共用一个地址，不要设得太小")]
    public int PerAddressPerSecond { get; init; } = 20;

    [Description("同一地址一下子最多多少次请求，1 到 1000000")]
    public int PerAddressBurst { get; init; } = 200;

    [Description("同时最多多少个连接，10 到 100000")]
    public int MaxConnections { get; init; } = 10_000;
}
