using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DealBot.Adapters.Wire.Grpc;

namespace DealBot.Adapters.Wechaty;

/// <summary>How a puppet service is connected to.</summary>
internal static class WechatyTransport
{
    /// <summary>Path of the service's calls.</summary>
    public const string Service = "wechaty.Puppet/";

    /// <summary>
    /// A listening stream whose other end is gone would wait for ever. Not more often: services of gRPC's C and Go libraries break off with
    /// a client that asks more than once in five minutes.
    /// </summary>
    private static readonly TimeSpan AliveEvery = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AliveWithin = TimeSpan.FromSeconds(20);

    public static HttpClient Connect(WechatyPuppet puppet) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        // A proxy of the system is for the web; a puppet service is the owner's own machine.
        UseProxy = false,
        KeepAlivePingDelay = AliveEvery,
        KeepAlivePingTimeout = AliveWithin,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        SslOptions = puppet.CaFile is { } file ? Trusting(ReadCertificates(file)) : new SslClientAuthenticationOptions(),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static GrpcChannel Channel(HttpClient http, WechatyPuppet puppet) => new(
        http, new Uri(puppet.Endpoint!, Service), new AuthenticationHeaderValue("Wechaty", puppet.Token), ServerNameOf(puppet));

    /// <summary>The name that the certificate is for, if it is not the host's: a token may begin with it.</summary>
    public static string? ServerNameOf(WechatyPuppet puppet) =>
        puppet.Endpoint?.Scheme != Uri.UriSchemeHttps ? null
        : puppet.ServerName is { Length: > 0 } name ? name
        : puppet.Token.Split('_') is [var first, { Length: > 0 }] && Uri.CheckHostName(first) == UriHostNameType.Dns ? first
        : null;

    public static X509Certificate2Collection ReadCertificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }

    // Services make their own certificates and publish no list of withdrawn ones.
    private static SslClientAuthenticationOptions Trusting(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
