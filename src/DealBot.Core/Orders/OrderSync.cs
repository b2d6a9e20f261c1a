using DealBot.Contracts;
using DealBot.Core.Configuration;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Orders;

/// <summary>Reads changed orders from every account. Windows are read oldest first and kept one by one, so an outage is filled step by step.</summary>
public sealed class OrderSync(
    IReadOnlyList<IAffiliateNetwork> networks,
    LiveConfiguration configuration,
    OrderAttribution attribution,
    IOrderStore store,
    OrderSyncSettings settings)
{
    private static readonly TimeSpan ShortestHalved = TimeSpan.FromSeconds(10);

    /// <summary>Syncs every account once. One that fails does not keep the others back.</summary>
    /// <returns>How many order rows changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var network in networks)
        {
            try
            {
                changed += await SyncAsync(network, cancellationToken).ConfigureAwait(false);
            }
            catch (NetworkException exception)
            {
                settings.Logger.LogWarning("Orders of {Network}/{Account} not synced, to be tried again: {Reason}", network.Name, network.Account, exception.Reason);
            }
        }

        return changed;
    }

    private async Task<int> SyncAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        var changed = 0;
        var ownerId = configuration.Current.Owners.FirstOrDefault(owner => owner.NetworkAccounts.GetValueOrDefault(network.Name) == network.Account)?.Id;
        var watermark = await store.WatermarkAsync(network.Name, network.Account, cancellationToken).ConfigureAwait(false);
        foreach (var window in OrderWindows.Since(watermark, settings.Time.GetUtcNow(), network.Limits, settings.Options))
        {
            changed += await SyncAsync(network, ownerId, window, cancellationToken).ConfigureAwait(false);
        }

        return changed;
    }

    private async Task<int> SyncAsync(IAffiliateNetwork network, string? ownerId, OrderWindow window, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await PullAsync(network, ownerId, window, cancellationToken).ConfigureAwait(false);
            return await store.SaveAsync(network.Name, network.Account, rows, window.To, cancellationToken).ConfigureAwait(false);
        }
        catch (NetworkException exception) when (exception.IsWindowTooFull && window.To - window.From >= ShortestHalved)
        {
            // The busiest hours of a large account hold more than the network gives at once; the halves are read one after the other.
            var middle = window.From + ((window.To - window.From) / 2);
            return await SyncAsync(network, ownerId, window with { To = middle }, cancellationToken).ConfigureAwait(false)
                + await SyncAsync(network, ownerId, window with { From = middle }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The window's rows. One may come twice; the later report holds.</summary>
    private async Task<IReadOnlyList<AttributedOrder>> PullAsync(IAffiliateNetwork network, string? ownerId, OrderWindow window, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, AttributedOrder>();
        await foreach (var order in network.PullOrdersAsync(window, cancellationToken).ConfigureAwait(false))
        {
            if (!rows.TryGetValue(order.RowId, out var known) || known.Order.ModifiedAt <= order.ModifiedAt)
            {
                rows[order.RowId] = new AttributedOrder(order, ownerId, await attribution.TraceAsync(order.Tracking, cancellationToken).ConfigureAwait(false));
            }
        }

        return [.. rows.Values];
    }
}
