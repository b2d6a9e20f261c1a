using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Links;
using DealBot.Core.Orders;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>
/// Asks for picks again and converts them into links that carry the owner's ids and the group's code. A pick that costs more by now, or has no
/// link, is dropped and the next best takes its place.
/// </summary>
public sealed class DealLinks(LinkConversions conversions, DealRecheck recheck, LinkCodes codes, PositionPool positions)
{
    /// <inheritdoc cref="LinkConversions.Recoveries" />
    public long Recoveries => conversions.Recoveries;

    /// <summary>
    /// Converts what was selected for a slot. As long as places are left because a network can't convert, deals of the others are asked for; and
    /// further ones, for some rounds, where those selected don't hold any more: at midnight whole campaigns end at once.
    /// </summary>
    /// <param name="slot">The slot.</param>
    /// <param name="select">Selects without what is left out.</param>
    /// <param name="mayWait">Whether the slot can be tried again later, so that a network's passing trouble is better waited for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<LinkedDeals> ConvertAsync(Slot slot, Func<LeftOut, Task<DealSelection>> select, bool mayWait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(select);
        var linking = new Linking(slot, mayWait);
        for (var leftOut = LeftOut.Nothing; leftOut is not null; leftOut = linking.NextLeftOut())
        {
            await ConvertAsync(slot.PostId, slot, linking, await select(leftOut).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return linking.End();
    }

    /// <summary>Converts for a post that is no slot of its own: the links belong to it.</summary>
    public async Task<LinkedDeals> ConvertAsync(string postId, Slot slot, DealSelection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(selection);
        var linking = new Linking(slot, mayWait: false);
        await ConvertAsync(postId, slot, linking, selection, cancellationToken).ConfigureAwait(false);
        return linking.End();
    }

    private async Task ConvertAsync(string postId, Slot slot, Linking linking, DealSelection selection, CancellationToken cancellationToken)
    {
        var ownerId = slot.Group.Owner;
        linking.Offer(selection);
        await recheck.WarmAsync(ownerId, selection.Ranked.Take(slot.Plan.Deals).Select(pick => pick.Entry.Deal), cancellationToken).ConfigureAwait(false);
        while (linking.Next() is { } pick)
        {
            var shown = selection.IsNamed ? ShownPrice.Any : ShownPrice.PickedFor(pick.Entry.Deal);
            switch (await recheck.AskAsync(ownerId, pick.Entry.Deal, shown, cancellationToken).ConfigureAwait(false))
            {
                case RecheckVerdict.Falls falls:
                    linking.Fall(falls);
                    break;
                case RecheckVerdict.Stands { Deal: var deal }:
                    var code = codes.For(postId, deal.Key);
                    linking.Take(pick, deal, code, await ConvertAsync(slot.Group, deal, code, cancellationToken).ConfigureAwait(false));
                    break;
            }
        }
    }

    private async Task<Conversion> ConvertAsync(Group group, Deal deal, string code, CancellationToken cancellationToken)
    {
        if (conversions.Accounts.Find(group.Owner, deal.Key.Network) is not { } network)
        {
            return conversions.NoAccount(group.Owner, deal.Key.Network);
        }

        var position = await positions.ForAsync(network, group, cancellationToken).ConfigureAwait(false);
        var tracking = GroupTracking.For(network.Limits, group, code, position);
        var request = new LinkRequest(deal, tracking) { WantsCommand = group.Blocks(deal.Key.Network) };
        var conversion = await conversions.ConvertAsync(network, request, cancellationToken).ConfigureAwait(false);
        return conversion with { Result = CommandText.Demand(request, conversion.Result) };
    }
}
