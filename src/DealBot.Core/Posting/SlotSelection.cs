using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Gathers what selection looks at for a slot, and selects.</summary>
public sealed class SlotSelection(DealCatalog catalog, DealSelector selector, IPostHistory history, LiveConfiguration configuration, TimeProvider time)
{
    public async Task<DealSelection> SelectAsync(Slot slot, CancellationToken cancellationToken) =>
        selector.Select(catalog.Entries, await ScopeAsync(slot, cancellationToken).ConfigureAwait(false));

    private async Task<SelectionScope> ScopeAsync(Slot slot, CancellationToken cancellationToken)
    {
        var since = slot.At.AddDays(-(slot.Plan.Filter.RepeatDays ?? 0));
        var posted = await history.OfGroupAsync(slot.Group.Id, since, cancellationToken).ConfigureAwait(false);
        var exposure = await history.ExposureAsync(slot.At.AddHours(-24), cancellationToken).ConfigureAwait(false);
        return new SelectionScope(slot, configuration.Current.Selection, time.GetUtcNow(), posted, exposure);
    }
}
