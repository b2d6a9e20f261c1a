using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Gets an item's link for a position, and lets only proven ones through.</summary>
internal sealed class TaobaoLinks(TaobaoAccount account, TaobaoSearch search, TaobaoCommands commands, TaobaoLinkProof proof)
{
    public async Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        if (TaobaoPlace.Of(account, request.Tracking.PositionId) is not { } place)
        {
            return TaobaoErrors.All.Refuse(WireFaults.BadPositionId);
        }

        var finding = await search.FindAsync(place, request.Deal, cancellationToken);
        if (finding.Refusal is { } refusal)
        {
            return TaobaoErrors.All.Refuse(refusal, TaobaoMethods.Search);
        }

        return finding.Hit.Exists
            ? await AcceptAsync(request, finding.Hit["publish_info"], place, cancellationToken)
            : TaobaoErrors.All.Refuse(TaobaoErrors.NotInSearch);
    }

    private async Task<LinkResult> AcceptAsync(LinkRequest request, WireNode publishing, TaobaoPlace place, CancellationToken cancellationToken)
    {
        // The link with the coupon first: it also leads to an item whose coupon has gone.
        var links = new[] { publishing["coupon_share_url"], publishing["click_url"] }.Select(node => TaobaoAddress.Whole(node.Text)).OfType<string>().ToArray();
        if (links.Length == 0)
        {
            return TaobaoErrors.All.Refuse(WireFaults.NoLink);
        }

        // Either link out of order makes the whole answer doubtful.
        foreach (var link in links)
        {
            if (proof.Check(link, request.Deal.MaterialUrl, place) is { } fault)
            {
                return TaobaoErrors.All.RefuseLink(fault, link);
            }
        }

        var proven = new TrackingLink(new Uri(links[0]), place.Tracking, null);
        return request.WantsCommand ? await commands.AddAsync(proven, cancellationToken) : new LinkResult.Converted(proven);
    }
}
