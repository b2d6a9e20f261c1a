using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Gathers what selection looks at for a slot, and selects.</summary>
public sealed class SlotSelection(DealCatalog catalog, DealSelector selector, IPostHistory history, LiveConfiguration configuration)
{
    /// <summary>
    /// The deals for a slot, without what is left out. One that the owner named is taken whatever the rules say of it; it still needs his link.
    /// </summary>
    public async Task<DealSelection> SelectAsync(Slot slot, DealKey? named, LeftOut leftOut, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(slot, leftOut, cancellationToken).ConfigureAwait(false);
        if (named is not { } key)
        {
            return selector.Select(catalog.Entries, scope);
        }

        return catalog.Find(key) is { } entry
            ? new DealSelection([new Pick(entry, DealScore.Of(entry, scope, 0))], 1, SelectionReport.None.Rejections) { IsNamed = true }
            : new DealSelection([], 0, SelectionReport.None.Rejections);
    }

    /// <summary>What may be said of a deal's price now.</summary>
    public PriceFacts FactsOf(Deal deal) => catalog.FactsOf(deal);

    private async Task<SelectionScope> ScopeAsync(Slot slot, LeftOut leftOut, CancellationToken cancellationToken)
    {
        var since = slot.At.AddDays(-(slot.Plan.Filter.RepeatDays ?? 0));
        var posted = await history.OfGroupAsync(slot.Group.Id, since, cancellationToken).ConfigureAwait(false);
        var exposure = await history.ExposureAsync(slot.At.AddHours(-24), cancellationToken).ConfigureAwait(false);
        var taken = leftOut.Taken.Select(deal => new PostedDeal(slot.Group.Id, deal.Key, deal.MainSkuId, deal.Title, deal.Category, slot.At));
        return new SelectionScope(slot, configuration.Current.Selection, [.. posted, .. taken], exposure)
        {
            Networks = configuration.Current.FindOwner(slot.Group.Owner)?.NetworkAccounts.Keys.Where(network => !leftOut.Networks.Contains(network)).ToHashSet() ?? [],
            LeftOut = leftOut.Deals,
        };
    }
}
