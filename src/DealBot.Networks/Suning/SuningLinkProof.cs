using System.Collections.Specialized;
using System.Web;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>
/// Proves that a converted link is the owner's. A long link names the promoter (<c>userId</c>), the position (<c>adBookId</c>), the group
/// (<c>subUserEx</c>) and where it leads (<c>vistURL</c>, the misspelling is Suning's). A short one names nothing.
/// </summary>
internal sealed class SuningLinkProof(SuningOptions options, SuningAccount account)
{
    private static readonly string[] PositionNames = ["adBookId", "promotionId"];
    private static readonly string[] GroupNames = ["subUserEx", "subUser"];
    private static readonly string[] TargetNames = ["vistURL", "visitUrl"];

    /// <summary>Null if the link is proven; <see cref="WireFaults.UnprovenLink"/> if it says nothing of whose it is; else what it contradicts.</summary>
    /// <param name="link">The link.</param>
    /// <param name="target">The page that it should lead to.</param>
    /// <param name="adBookId">The position that was asked for.</param>
    /// <param name="subUser">The group's value that was asked for.</param>
    public string? Check(string link, string target, string adBookId, string? subUser)
    {
        if (LinkTrust.Check(link, target, options.LinkHosts, out var url) is { } fault)
        {
            return fault;
        }

        var told = HttpUtility.ParseQueryString(url!.Query);

        // A value that nobody asked for is somebody else's. 0 stands for no position.
        if (Values(told, GroupNames).Any(value => value != (subUser ?? "")) || Values(told, PositionNames).Any(value => value != "0" && value != adBookId))
        {
            return WireFaults.TrackingMismatch;
        }

        if (Values(told, TargetNames).Any(page => !AreOnePage(page, target)))
        {
            return WireFaults.OtherItem;
        }

        var owners = Values(told, ["userId"]).ToArray();
        return owners.Length == 0 ? WireFaults.UnprovenLink : owners.All(owner => owner == account.UserId) ? null : WireFaults.UnionMismatch;
    }

    private static IEnumerable<string> Values(NameValueCollection told, string[] names) =>
        names.SelectMany(name => told.GetValues(name) ?? []).Where(value => value.Length > 0);

    // The same item has a page for phones and one for desks.
    private static bool AreOnePage(string page, string target) =>
        WithoutScheme(page) == WithoutScheme(target)
        || SuningItemLinks.In(page) is [var item] && SuningItemLinks.In(target) is [var wanted] && item == wanted;

    private static string WithoutScheme(string link)
    {
        var start = link.IndexOf("//", StringComparison.Ordinal);
        return (start < 0 ? link : link[(start + 2)..]).TrimEnd('/');
    }
}
