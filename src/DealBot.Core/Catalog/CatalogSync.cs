using DealBot.Contracts;
using DealBot.Core.Links;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Catalog;

/// <summary>
/// Brings the catalog up to date from every network, networks side by side. Neither a channel that fails nor a network that hangs keeps the
/// others back: each network's deals are to choose from as soon as it is done.
/// </summary>
public sealed class CatalogSync(IReadOnlyList<CatalogSource> sources, ICatalogStore store, DealCatalog catalog, ILogger<CatalogSync> logger) : IDisposable
{
    /// <summary>A network that is silent for so many channels in a row is left alone until the next sync.</summary>
    private const int MostSilent = 2;

    private readonly SemaphoreSlim _refreshing = new(1, 1);

    /// <summary>With 1 the networks follow one another; otherwise all go side by side.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Syncs once.</summary>
    /// <returns>How many deals were seen.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (seen, left) = (0, sources.Count);
        var byNetwork = sources.ToLookup(source => source.Network);
        await NetworkLanes.ForEachAsync(
            byNetwork.Select(source => source.Key),
            Parallelism,
            async (network, token) =>
            {
                foreach (var source in byNetwork[network])
                {
                    Interlocked.Add(ref seen, await SyncAsync(source, token).ConfigureAwait(false));
                    if (Interlocked.Decrement(ref left) > 0 && Parallelism > 1)
                    {
                        await RefreshAsync(token).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Catalog synced: {Seen} deals seen, {Available} to choose from", seen, catalog.Entries.Count);
        return seen;
    }

    public void Dispose() => _refreshing.Dispose();

    /// <summary>One at a time, so that an older look at the store never comes to stand over a newer one.</summary>
    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await catalog.RefreshAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task<int> SyncAsync(CatalogSource source, CancellationToken cancellationToken)
    {
        var (seen, silent) = (0, 0);
        var accounts = new Queue<IAffiliateNetwork>([source.Network, .. source.Standby]);
        foreach (var query in source.Queries)
        {
            if (silent == MostSilent)
            {
                LinkEvents.ListingGivenUp(logger, source.Network.Name, query.Channel ?? query.Keyword ?? "");
                break;
            }

            var (count, fault) = await SyncAsync(accounts.Peek(), query, cancellationToken).ConfigureAwait(false);
            while (IsRefused(fault) && accounts.Count > 1)
            {
                accounts.Dequeue();
                (count, fault) = await SyncAsync(accounts.Peek(), query, cancellationToken).ConfigureAwait(false);
            }

            seen += count;
            silent = count == 0 && fault is { IsTransient: true } && !IsRefused(fault) ? silent + 1 : 0;
        }

        return seen;
    }

    /// <summary>The account is refused, or has asked too often: another one may be let in. A network that can't be reached can't be reached by any.</summary>
    private static bool IsRefused(NetworkException? fault) => fault is { IsTransient: false } or { IsQuotaUsedUp: true };

    private async Task<(int Count, NetworkException? Fault)> SyncAsync(IAffiliateNetwork network, DealQuery query, CancellationToken cancellationToken)
    {
        var deals = new Dictionary<DealKey, Deal>();
        NetworkException? fault = null;
        try
        {
            await foreach (var deal in network.ListDealsAsync(query, cancellationToken).ConfigureAwait(false))
            {
                deals[deal.Key] = deal;
            }
        }
        catch (NetworkException exception)
        {
            fault = exception;
            logger.LogWarning("Channel {Channel} of {Network} stopped after {Count} deals: {Reason}", query.Channel ?? query.Keyword, network.Name, deals.Count, exception.Reason.En);
        }

        await store.RecordAsync(deals.Values, cancellationToken).ConfigureAwait(false);
        return (deals.Count, fault);
    }
}
