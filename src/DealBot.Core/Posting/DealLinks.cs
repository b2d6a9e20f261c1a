using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>
/// Asks for picks again and converts them into links that carry the owner's ids and the group's code. A pick that costs more by now, or has no
/// link, is dropped and the next best takes its place.
/// </summary>
public sealed class DealLinks(OwnerNetworks networks, DealRecheck recheck, LinkCodes codes, PositionPool positions)
{
    public Task<LinkedDeals> ConvertAsync(Slot slot, DealSelection selection, CancellationToken cancellationToken) =>
        ConvertAsync(slot.PostId, slot, selection, cancellationToken);

    /// <summary>The same for a post that is no slot of its own: the links belong to it.</summary>
    public async Task<LinkedDeals> ConvertAsync(string postId, Slot slot, DealSelection selection, CancellationToken cancellationToken)
    {
        var report = new SelectionReport(selection.Considered, selection.Rejections);
        var deals = new List<PlannedDeal>();
        var faulted = new HashSet<string>();
        SkipReason? refusal = null;
        var passing = false;
        await recheck.WarmAsync(slot.Group.Owner, selection.Ranked.Take(slot.Plan.Deals).Select(pick => pick.Entry.Deal), cancellationToken).ConfigureAwait(false);
        foreach (var pick in selection.Ranked)
        {
            if (deals.Count == slot.Plan.Deals)
            {
                break;
            }

            var deal = pick.Entry.Deal;
            if (faulted.Contains(deal.Key.Network))
            {
                continue;
            }

            var shown = selection.IsNamed ? ShownPrice.Any : ShownPrice.PickedFor(deal);
            var verdict = await recheck.AskAsync(slot.Group.Owner, deal, shown, cancellationToken).ConfigureAwait(false);
            if (verdict is RecheckVerdict.Falls falls)
            {
                (report, refusal, passing) = (report.Plus(falls.Why), falls.Reason, falls.IsPassing);
                continue;
            }

            deal = ((RecheckVerdict.Stands)verdict).Deal;
            var code = codes.For(postId, deal.Key);
            (var result, passing) = await ConvertAsync(slot.Group, deal, code, cancellationToken).ConfigureAwait(false);
            if (result is LinkResult.Converted converted)
            {
                deals.Add(new PlannedDeal(deal, pick.Score, code, converted.Link));
            }
            else if (result is LinkResult.Refused refused)
            {
                report = report.Plus(RejectReason.LinkRefused);
                refusal = passing ? SkipReason.NetworkDown(refused.Reason) : SkipReason.LinkRefused(refused.Reason);
                if (refused.AccountFault)
                {
                    // Every other deal of the account would be refused alike; asking on would only use up its quota.
                    faulted.Add(deal.Key.Network);
                }
            }
        }

        // An empty catalog is one that the first sync after a long stop is still filling.
        return new LinkedDeals(deals, report, refusal, deals.Count == 0 && (passing || selection.Considered == 0));
    }

    /// <summary>The outcome, and whether a refusal may pass by itself in a moment.</summary>
    private async Task<(LinkResult Result, bool IsPassing)> ConvertAsync(Group group, Deal deal, string code, CancellationToken cancellationToken)
    {
        if (networks.Find(group.Owner, deal.Key.Network) is not { } network)
        {
            return (new LinkResult.Refused(
                "no_account",
                new Phrase($"群主 {networks.NameOf(group.Owner)} 没有 {deal.Key.Network} 账号", $"owner {group.Owner} has no {deal.Key.Network} account"),
                AccountFault: false), false);
        }

        try
        {
            var position = await positions.ForAsync(network, group, cancellationToken).ConfigureAwait(false);
            var tracking = GroupTracking.For(network.Limits, group, code, position);
            return (await network.ConvertAsync(new LinkRequest(deal, tracking), cancellationToken).ConfigureAwait(false), false);
        }
        catch (NetworkException exception)
        {
            return (new LinkResult.Refused(exception.Code, exception.Reason, AccountFault: exception.IsTransient), exception.IsTransient);
        }
    }
}
