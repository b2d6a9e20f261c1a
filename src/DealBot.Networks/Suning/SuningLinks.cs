using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>
/// Converts links, and lets only proven ones through. An item's link is asked for in its long form; where Suning gives a short one all the same, and for
/// coupons, the interface for any page is asked, which gives both forms in one answer.
/// </summary>
internal sealed partial class SuningLinks(SuningAccount account, SuningClient client, SuningLinkProof proof)
{
    private const string LongForm = "1";

    public async Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        var subUser = account.SubUserLength > 0 ? request.Tracking.SubId : null;
        var tracking = new Tracking(subUser, request.Tracking.PositionId ?? account.AdBookId);
        if (SuningItemId.Parse(request.Deal.Key.ItemId) is not { } item)
        {
            return SuningErrors.All.Refuse(WireFaults.OtherItem);
        }

        if (Foresee(tracking) is { } refusal)
        {
            return refusal;
        }

        if (request.Deal.Coupon is { Link.Length: > 0 } coupon)
        {
            return await ConvertPageAsync(coupon.Link, tracking, cancellationToken);
        }

        var converted = await ConvertItemAsync(item, tracking, cancellationToken);
        return converted is LinkResult.Refused { Code: WireFaults.UnprovenLink }
            ? await ConvertPageAsync(item.Page, tracking, cancellationToken)
            : converted;
    }

    private LinkResult.Refused? Foresee(Tracking tracking)
    {
        if (tracking.SubId is { } subUser && (subUser.Length > account.SubUserLength || !SubUser().IsMatch(subUser)))
        {
            return SuningErrors.All.Refuse(WireFaults.BadSubId);
        }

        return tracking.PositionId is { Length: > 0 } position && position.All(char.IsAsciiDigit) ? null : SuningErrors.All.Refuse(WireFaults.BadPositionId);
    }

    private async Task<LinkResult> ConvertItemAsync(SuningItemId item, Tracking tracking, CancellationToken cancellationToken)
    {
        var call = new SuningRequest(
            SuningMethod.ItemLink,
            ("adBookId", tracking.PositionId), ("mertCode", item.Supplier), ("commCode", item.Commodity), ("subUser", tracking.SubId), ("urlType", LongForm));
        var reply = await client.CallAsync(call, cancellationToken);
        var result = SuningEnvelope.ResultOf(reply, call.Method);
        return reply.Code == WireReply.Ok
            ? Prove(item.Page, tracking, result["pcExtendUrl"], result["wapExtendUrl"])
            : SuningErrors.All.Refuse(reply, call.Method.Name);
    }

    private async Task<LinkResult> ConvertPageAsync(string page, Tracking tracking, CancellationToken cancellationToken)
    {
        var call = new SuningRequest(SuningMethod.PageLink, ("visitUrl", page), ("adBookId", tracking.PositionId), ("subUser", tracking.SubId));
        var reply = await client.CallAsync(call, cancellationToken);
        var result = SuningEnvelope.ResultOf(reply, call.Method);
        return reply.Code == WireReply.Ok
            ? Prove(page, tracking, result["extendUrl"], result["shortUrl"])
            : SuningErrors.All.Refuse(reply, call.Method.Name);
    }

    /// <summary>The last of an answer's links that may be posted: one at least is proven, and none contradicts.</summary>
    private LinkResult Prove(string page, Tracking tracking, params IEnumerable<WireNode> given)
    {
        var links = given.Select(node => Plain(node.Text)).OfType<string>().ToArray();
        if (links.Length == 0)
        {
            return SuningErrors.All.Refuse(WireFaults.NoLink);
        }

        var faults = links.Select(link => (Link: link, Fault: proof.Check(link, page, tracking.PositionId!, tracking.SubId))).ToArray();
        if (faults.FirstOrDefault(entry => entry.Fault is not (null or WireFaults.UnprovenLink)) is { Fault: { } fault } wrong)
        {
            return SuningErrors.All.RefuseLink(fault, wrong.Link);
        }

        return faults.Any(entry => entry.Fault is null)
            ? new LinkResult.Converted(new TrackingLink(new Uri(links[^1]), tracking, ExpiresAt: null))
            : SuningErrors.All.Refuse(WireFaults.UnprovenLink);
    }

    // Some answers have the whole address escaped.
    private static string? Plain(string? link) =>
        link is not null && link.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !link.Contains("://", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(link)
            : link;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex SubUser();
}
