using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DealBot.Host.Web;

/// <summary>What the endpoint takes from strangers: short requests without a body.</summary>
public static class Limits
{
    /// <summary>The member's own address, where a proxy on this machine passes it on.</summary>
    public static readonly ForwardedHeadersOptions Forwarded = new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor };

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = 1024;
        options.Limits.MaxRequestLineSize = 4096;
        options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
