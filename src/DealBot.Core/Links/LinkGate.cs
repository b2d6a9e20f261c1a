using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>
/// The core's own look at a link that a network calls converted. Each network's client proves what only it can read; whatever client it is, a
/// plugin's as well, a link that shows here that it does not earn for this group is a refusal.
/// </summary>
public sealed class LinkGate
{
    /// <summary>Members open a link hours after the post; one that lapses before is as good as none.</summary>
    public static readonly TimeSpan ShortestLife = TimeSpan.FromHours(1);

    private readonly IssuedLinks _issued = new();

    /// <summary>Lets a link through, or says what is wrong with it.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="limits">What the network gives back with an order.</param>
    /// <param name="converted">What the network gave.</param>
    /// <param name="now">The moment.</param>
    public LinkResult Check(LinkRequest request, NetworkLimits limits, LinkResult.Converted converted, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(converted);
        return Fault(request, limits, converted.Link, now) ?? (LinkResult)converted;
    }

    private LinkResult.Refused? Fault(LinkRequest request, NetworkLimits limits, TrackingLink link, DateTimeOffset now) => link switch
    {
        _ when !IsSafe(link.Url) => Refuse("insecure_link", accountFault: false, "转出的链接不是 https 网址", "the converted link is no https address"),
        _ when IsSamePage(link.Url, request.Deal.MaterialUrl) => Refuse(
            "plain_page", accountFault: false, "联盟把商品页原样还了回来，没有转成推广链接", "the network gave the plain item page back, not a tracking link"),
        _ when LostSubId(request, limits, link) => Refuse(
            "lost_sub_id",
            accountFault: true,
            "转出的链接没带上这个群的子渠道参数，成交认不出是哪个群的；请检查账号的子渠道权限，或给群配推广位",
            "the converted link lost the group's sub id, so that orders could not be told apart; look at the account's permission for sub ids, or give the group a position"),
        _ when request.Tracking.PositionId is { } position && link.Tracking.PositionId != position => Refuse(
            "lost_position",
            accountFault: true,
            $"转出的链接没带上推广位 {position}；请检查它是不是这个账号的",
            $"the converted link lost the position {position}; look whether it belongs to this account"),
        _ when link.ExpiresAt is { } end && end - now < ShortestLife => Refuse(
            "link_expires", accountFault: false, "转出的链接马上就要失效", "the converted link is about to lapse"),
        _ when !_issued.IsOwn(request.Deal.Key, link) => Refuse(
            "shared_link",
            accountFault: false,
            "联盟给了和别的群或别的商品一样的链接，成交会记错",
            "the network gave the same link as for another group or deal, so that orders would be credited wrongly"),
        _ => null,
    };

    /// <summary>On this machine there are only simulators; everything that goes out is https.</summary>
    private static bool IsSafe(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsSamePage(Uri link, string page) =>
        Uri.TryCreate(page.Contains("://", StringComparison.Ordinal) ? page : $"https://{page.TrimStart('/')}", UriKind.Absolute, out var plain)
        && string.Equals(link.IdnHost, plain.IdnHost, StringComparison.OrdinalIgnoreCase)
        && string.Equals(link.AbsolutePath.TrimEnd('/'), plain.AbsolutePath.TrimEnd('/'), StringComparison.Ordinal)
        && link.Query == plain.Query;

    private static bool LostSubId(LinkRequest request, NetworkLimits limits, TrackingLink link) =>
        request.Tracking.SubId is { } asked && asked.Length <= limits.SubIdLength && link.Tracking.SubId != asked;

    private static LinkResult.Refused Refuse(string code, bool accountFault, string zh, string en) => new(code, new Phrase(zh, en), accountFault);
}
