using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Orders;

/// <summary>
/// Settles orders whose payday has passed. A network may name the day beforehand, in the row (JD's payMonth); when it comes nothing of the row changes, so
/// that no report tells of it and no sync finds it. What is booked as confirmed is therefore read again from what is kept, once a day; no network is asked.
/// </summary>
public sealed class OrderPaydays(IReadOnlyList<IAffiliateNetwork> networks, OrderTracing tracing, IOrderStore store, IOrderHistory history, TimeProvider time)
{
    /// <summary>Networks settle by Beijing's days.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Nobody is paid for an order so long after it; some networks never say that they paid.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(180);

    private readonly ConcurrentDictionary<(string Network, string Account), DateOnly> _done = new();

    /// <summary>Settles what is due of every account that was not looked through today.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => NetworkLanes.ForEachAsync(networks, parallelism: 1, LookThroughAsync, cancellationToken);

    private async Task LookThroughAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        var (account, now) = ((network.Name, network.Account), time.GetUtcNow());
        var today = DateOnly.FromDateTime(now.ToOffset(Beijing).DateTime);
        if (_done.TryGetValue(account, out var day) && day == today)
        {
            return;
        }

        var span = new OrderWindow(now - LongestWait, now, OrderTime.Ordered);
        await using var keeping = new OrderKeeping(tracing, store, time, network, movesWatermark: false);
        for (var last = ""; last is not null;)
        {
            var page = await history.ConfirmedAsync(network.Name, network.Account, span.From, last, cancellationToken).ConfigureAwait(false);
            await KeepAsync(keeping, new ReadWindow(span, Settled(network, page), now), cancellationToken).ConfigureAwait(false);
            last = page.Count == 0 ? null : page[^1].RowId;
        }

        _done[account] = today;
    }

    /// <summary>Like a report that came again: it is traced as it was, and a version that comes meanwhile wins.</summary>
    private static async Task KeepAsync(OrderKeeping keeping, ReadWindow settled, CancellationToken cancellationToken)
    {
        if (settled.Reports.Count > 0)
        {
            await keeping.BeginAsync(settled, cancellationToken).ConfigureAwait(false);
            await keeping.EndAsync().ConfigureAwait(false);
        }
    }

    private static List<OrderReport> Settled(IAffiliateNetwork network, IReadOnlyList<OrderVersions> confirmed) =>
    [
        .. confirmed
            .Select(row => (Order: row.Read(network), row.Versions[^1].Raw))
            .Where(row => row.Order is { Status: OrderStatus.Settled })
            .Select(row => OrderReport.Of(row.Order! with { Raw = row.Raw })),
    ];
}
