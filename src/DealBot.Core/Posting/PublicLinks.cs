using System.Net;

namespace DealBot.Core.Posting;

/// <summary>Writes the links that members see: the public address of the redirect endpoint and a code.</summary>
public sealed class PublicLinks(Uri baseUrl)
{
    private readonly string _prefix = baseUrl.AbsoluteUri.TrimEnd('/') + "/g/";

    /// <summary>Whether a platform outside can fetch from here: https, and no name or address of this machine or of a private network.</summary>
    public bool ArePublic { get; } = baseUrl.Scheme == Uri.UriSchemeHttps && !baseUrl.IsLoopback && IsPublic(baseUrl);

    public string For(string code) => _prefix + code;

    private static bool IsPublic(Uri url) => IPAddress.TryParse(url.DnsSafeHost, out var address)
        ? !IsPrivate(address)
        : url.Host.Contains('.', StringComparison.Ordinal) && !url.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);

    private static bool IsPrivate(IPAddress address) => address.MapToIPv6() is { IsIPv4MappedToIPv6: true } mapped
        ? (mapped.GetAddressBytes()[12], mapped.GetAddressBytes()[13]) is (0 or 10, _) or (192, 168) or (169, 254) or (172, >= 16 and <= 31) or (100, >= 64 and <= 127)
        : address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
}
