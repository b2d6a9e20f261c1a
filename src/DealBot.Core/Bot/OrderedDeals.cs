using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Bot;

/// <summary>Takes a deal that an owner wants posted into the catalog, if it is not there: posts are made from it.</summary>
public sealed class OrderedDeals(DealCatalog catalog, ICatalogStore store)
{
    public async Task KeepAsync(Deal deal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deal);
        if (catalog.Find(deal.Key) is null)
        {
            await store.RecordAsync([deal], cancellationToken).ConfigureAwait(false);
            await catalog.RefreshAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
