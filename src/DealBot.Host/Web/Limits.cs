using DealBot.Core.Clicks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DealBot.Host.Web;

/// <summary>What the endpoint takes from strangers: short requests without a body, soon.</summary>
internal static class Limits
{
    /// <summary>The longest request line; a link takes some 20 bytes of it.</summary>
    private const int RequestLine = 2048;

    /// <summary>All header lines together. Chat apps send 1 to 2 KB.</summary>
    private const int Headers = 8 * 1024;

    private const int HeaderCount = 50;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    public static void Apply(KestrelServerOptions options, WebOptions web)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = web.MaxConnections;
        options.Limits.MaxRequestBodySize = 1024;
        options.Limits.MaxRequestLineSize = RequestLine;
        options.Limits.MaxRequestHeadersTotalSize = Headers;
        options.Limits.MaxRequestHeaderCount = HeaderCount;
        options.Limits.RequestHeadersTimeout = LongestRequest;
        options.Limits.KeepAliveTimeout = LongestSilence;
        options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        options.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary>The member's own address, where a proxy that is trusted passes it on.</summary>
    public static ForwardedHeadersOptions Forwarded(WebOptions web)
    {
        // However many proxies a request came through: each names who called it, and the first that is not trusted is the member.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        foreach (var network in AddressRanges.Parse(web.TrustedProxies).Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }
}
