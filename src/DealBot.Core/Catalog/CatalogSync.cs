using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Catalog;

/// <summary>One network's channels that are synced.</summary>
/// <param name="Network">An account of the network; deals are the same for all accounts.</param>
/// <param name="Queries">What is listed.</param>
public sealed record CatalogSource(IAffiliateNetwork Network, IReadOnlyList<DealQuery> Queries);

/// <summary>Brings the catalog up to date from every network. One channel that fails does not keep the others back.</summary>
public sealed class CatalogSync(IReadOnlyList<CatalogSource> sources, ICatalogStore store, DealCatalog catalog, ILogger<CatalogSync> logger)
{
    /// <summary>Syncs once.</summary>
    /// <returns>How many deals were seen.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var seen = 0;
        foreach (var source in sources)
        {
            foreach (var query in source.Queries)
            {
                seen += await SyncAsync(source.Network, query, cancellationToken).ConfigureAwait(false);
            }
        }

        await catalog.RefreshAsync(cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Catalog synced: {Seen} deals seen, {Available} to choose from", seen, catalog.Entries.Count);
        return seen;
    }

    private async Task<int> SyncAsync(IAffiliateNetwork network, DealQuery query, CancellationToken cancellationToken)
    {
        var deals = new Dictionary<DealKey, Deal>();
        try
        {
            await foreach (var deal in network.ListDealsAsync(query, cancellationToken).ConfigureAwait(false))
            {
                deals[deal.Key] = deal;
            }
        }
        catch (NetworkException exception)
        {
            logger.LogWarning("Channel {Channel} of {Network} stopped after {Count} deals: {Reason}", query.Channel ?? query.Keyword, network.Name, deals.Count, exception.Reason);
        }

        await store.RecordAsync(deals.Values, cancellationToken).ConfigureAwait(false);
        return deals.Count;
    }
}
