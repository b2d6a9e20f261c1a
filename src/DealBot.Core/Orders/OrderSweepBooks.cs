using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>What a sweep reads and keeps of the books: how far it is, what is due, which rows ought to be listed.</summary>
public sealed class OrderSweepBooks(IOrderStore orders, IOrderHistory history, IOrderSyncLog log)
{
    /// <summary>A sweep that was left lying for longer is begun anew: the network has moved on.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(3);

    /// <summary>The account's sweep that is under way or due; null if there is none. The monthly one covers the nightly one of its day.</summary>
    public async Task<OrderSweep?> CurrentAsync(IAffiliateNetwork network, DateTimeOffset now, OrderOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (await orders.ReachAsync(network.Name, network.Account, cancellationToken).ConfigureAwait(false) is not { } reach)
        {
            return null;
        }

        var monthly = await log.SweepAsync(network.Name, network.Account, SyncKind.Monthly, cancellationToken).ConfigureAwait(false);
        var nightly = await log.SweepAsync(network.Name, network.Account, SyncKind.Nightly, cancellationToken).ConfigureAwait(false);
        if (IsUnderWay(monthly, now))
        {
            return monthly;
        }

        var due = IsDue(SyncKind.Monthly, reach, monthly?.StartedAt) ? SyncKind.Monthly
            : IsUnderWay(nightly, now) || !IsDue(SyncKind.Nightly, reach, Later(nightly?.StartedAt, monthly?.StartedAt)) ? (SyncKind?)null
            : SyncKind.Nightly;
        return due is { } kind ? await BeginAsync(kind).ConfigureAwait(false) : IsUnderWay(nightly, now) ? nightly : null;

        // An account read for the first time after that moment has nothing that could have been missed by then. A start in the future was a clock that ran ahead.
        bool IsDue(SyncKind kind, OrderReach reach, DateTimeOffset? latest)
        {
            var moment = SweepPlan.LatestDue(kind, now, options);
            return moment > reach.FirstReadAt && (latest is not { } start || start < moment || start > now);
        }

        async Task<OrderSweep?> BeginAsync(SyncKind kind)
        {
            var sweep = SweepPlan.Begin(network, kind, reach, now, options);
            if (sweep is not null)
            {
                await log.KeepAsync(sweep, cancellationToken).ConfigureAwait(false);
            }

            return sweep;
        }
    }

    public Task KeepAsync(OrderSweep sweep, CancellationToken cancellationToken) => log.KeepAsync(sweep, cancellationToken);

    /// <summary>How many rows booked within a window of order times the network left out. By update time a row may rightly have moved on.</summary>
    public async Task<int> UnlistedAsync(IAffiliateNetwork network, OrderWindow window, IReadOnlyList<string> listed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(window);
        if (window.By != OrderTime.Ordered)
        {
            return 0;
        }

        var booked = await history.BookedAsync(network.Name, network.Account, window, cancellationToken).ConfigureAwait(false);
        return booked.Except(listed).Count();
    }

    private static bool IsUnderWay(OrderSweep? sweep, DateTimeOffset now) =>
        sweep is { EndedAt: null } && sweep.StartedAt <= now && now - sweep.StartedAt <= LongestRest;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
