using System.Net;
using DealBot.Core.Links;
using DealBot.Core.Rendering;

namespace DealBot.Core.Posting;

/// <summary>Writes the links that members see: the public address of the redirect endpoint and a code.</summary>
public sealed class PublicLinks(Uri baseUrl)
{
    private readonly string _prefix = Base(baseUrl) + "/g/";

    /// <summary>Whether a platform outside can fetch from here: https, and no name or address of this machine or of a private network.</summary>
    public bool ArePublic { get; } = baseUrl.Scheme == Uri.UriSchemeHttps && !baseUrl.IsLoopback && IsPublic(baseUrl);

    /// <summary>Other sites that messages may lead to; <c>*.example.cn</c> is a host and all below it.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    public string For(string code) => _prefix + code;

    /// <summary>The address of the service without a slash at its end. A name in Chinese is written as in the DNS: chats and phones know no other for a link.</summary>
    public static string Base(Uri baseUrl) => (baseUrl.HostNameType == UriHostNameType.Dns ? new UriBuilder(baseUrl) { Host = baseUrl.IdnHost }.Uri : baseUrl).AbsoluteUri.TrimEnd('/');

    /// <summary>
    /// A link in a post that is neither one of its own nor allowed; null if there is none. Its own are the redirect links of its deals, and what
    /// stands in the command texts that the networks gave for them. A QR code must say one of these and nothing else: phones open what no chat
    /// would make a link of.
    /// </summary>
    public string? ForeignIn(RenderedPost.Ready post, IReadOnlyList<PlannedDeal> deals)
    {
        ArgumentNullException.ThrowIfNull(post);
        var commands = deals.Select(deal => deal.Link.Command).OfType<string>().ToList();
        var own = deals.Select(deal => For(deal.Code)).Concat(commands.SelectMany(OutgoingLinks.In)).ToHashSet();
        return post.Messages
            .SelectMany(message => new[] { message.Text, message.Description, message.Url })
            .Select(text => OutgoingLinks.Foreign(text, own, AllowedHosts))
            .Concat(post.QrCodes.Where(code => !commands.Contains(code) && !OutgoingLinks.IsOwn(code, own, AllowedHosts)))
            .FirstOrDefault(link => link is not null);
    }

    private static bool IsPublic(Uri url) => IPAddress.TryParse(url.DnsSafeHost, out var address)
        ? !IsPrivate(address)
        : url.Host.Contains('.', StringComparison.Ordinal) && !url.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);

    private static bool IsPrivate(IPAddress address) => address.MapToIPv6() is { IsIPv4MappedToIPv6: true } mapped
        ? (mapped.GetAddressBytes()[12], mapped.GetAddressBytes()[13]) is (0 or 10, _) or (192, 168) or (169, 254) or (172, >= 16 and <= 31) or (100, >= 64 and <= 127)
        : address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
}
