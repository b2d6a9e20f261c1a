using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Reads a window of an account, traces its rows and keeps them.</summary>
public sealed class OrderIntake(OrderTracing tracing, IOrderStore store, TimeProvider time)
{
    private static readonly TimeSpan ShortestHalved = TimeSpan.FromSeconds(10);

    /// <summary>Who owns an account; null if nobody does any more.</summary>
    public string? OwnerOf(IAffiliateNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return tracing.OwnerOf(network.Name, network.Account);
    }

    /// <summary>Takes a window over.</summary>
    /// <param name="network">The account.</param>
    /// <param name="window">The window.</param>
    /// <param name="movesWatermark">Whether all before its end is known then.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NetworkException">The network could not answer; halves read before are kept.</exception>
    public async Task<TakenWindow> TakeAsync(IAffiliateNetwork network, OrderWindow window, bool movesWatermark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(window);
        try
        {
            var reports = await PullAsync(network, window, cancellationToken).ConfigureAwait(false);
            return await SaveAsync(network, reports, movesWatermark ? window : null, cancellationToken).ConfigureAwait(false);
        }
        catch (NetworkException exception) when (exception.IsWindowTooFull && window.To - window.From >= ShortestHalved)
        {
            // The busiest hours of a large account hold more than the network gives at once; the halves are read one after the other.
            var middle = window.From + ((window.To - window.From) / 2);
            return await TakeAsync(network, window with { To = middle }, movesWatermark, cancellationToken).ConfigureAwait(false)
                + await TakeAsync(network, window with { From = middle }, movesWatermark, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The window's rows in every version that came. Nothing is kept of a window that broke off.</summary>
    private static async Task<List<OrderReport>> PullAsync(IAffiliateNetwork network, OrderWindow window, CancellationToken cancellationToken)
    {
        var reports = new List<OrderReport>();
        await foreach (var report in network.PullOrdersAsync(window, cancellationToken).ConfigureAwait(false))
        {
            reports.Add(report);
        }

        return reports;
    }

    private async Task<TakenWindow> SaveAsync(IAffiliateNetwork network, List<OrderReport> reports, OrderWindow? watermark, CancellationToken cancellationToken)
    {
        if (reports.Count == 0 && watermark is null)
        {
            return new TakenWindow([], SavedOrders.None);
        }

        while (true)
        {
            var batch = await TraceAsync(network, reports, watermark, cancellationToken).ConfigureAwait(false);

            // An order that the owner claims in this very moment would be booked back to where it was.
            if (await store.SaveAsync(batch, cancellationToken).ConfigureAwait(false) is { IsOvertaken: false } saved)
            {
                return new TakenWindow([.. batch.Orders.Select(order => order.Order.RowId).Distinct()], saved);
            }
        }
    }

    private async Task<OrderBatch> TraceAsync(IAffiliateNetwork network, List<OrderReport> reports, OrderWindow? watermark, CancellationToken cancellationToken)
    {
        var claimsRead = await tracing.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var orders = reports.Select(report => report.Order).OfType<OrderUpdate>().ToList();
        return new OrderBatch
        {
            Network = network.Name,
            Account = network.Account,
            Orders = await tracing.TraceAllAsync(network.Name, network.Account, orders, cancellationToken).ConfigureAwait(false),
            Unreadable = [.. reports.Where(report => report.Order is null)],
            SeenAt = time.GetUtcNow(),
            ClaimsRead = claimsRead,
            Watermark = watermark,
        };
    }
}
