using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Links;

namespace DealBot.Core.Orders;

/// <summary>
/// Settles orders whose payday has passed. A network may name the day beforehand, in the row (JD's payMonth); when it comes nothing of the row changes, so
/// that no report tells of it and no sync finds it. What is booked as confirmed is therefore read again from what is kept, once a day; no network is asked.
/// Nothing is settled just after the clock leapt ahead: since no report tells of a payday, none would take back what was settled before it.
/// </summary>
public sealed class OrderPaydays(
    IReadOnlyList<IAffiliateNetwork> networks, OrderTracing tracing, IOrderStore store, IOrderHistory history, IStateStore state, TimeProvider time)
{
    /// <summary>Networks settle by Beijing's days.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>
    /// Some networks never say that they paid, and those rows are not to be read for ever. A year and some more: where sweeps went back less than two months
    /// (a short <see cref="OrderOptions.MonthlyDays"/>), rows of long before were never settled though they were paid.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(400);

    /// <summary>Turns are a day apart. After longer the service was down, or the clock was set far ahead, which brings paydays before their time.</summary>
    private static readonly TimeSpan Leap = TimeSpan.FromDays(7);

    /// <summary>Settles what is due of every account that was not looked through today.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => NetworkLanes.ForEachAsync(networks, parallelism: 1, LookThroughAsync, cancellationToken);

    private async Task LookThroughAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        var (mark, now) = ($"paydays/{network.Name}/{network.Account}", time.GetUtcNow());

        // When the account was looked through, or left for a day since the clock had leapt.
        var last = await state.GetMomentAsync(mark, cancellationToken).ConfigureAwait(false);
        if (last is { } turn && DayOf(turn) == DayOf(now))
        {
            return;
        }

        if (last is null || now - last <= Leap)
        {
            await SettleAsync(network, now, cancellationToken).ConfigureAwait(false);
        }

        await state.SetMomentAsync(mark, now, cancellationToken).ConfigureAwait(false);
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Beijing).DateTime);

    private async Task SettleAsync(IAffiliateNetwork network, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var span = new OrderWindow(now - LongestWait, now, OrderTime.Ordered);
        await using var keeping = new OrderKeeping(tracing, store, time, network, movesWatermark: false);
        for (var last = ""; last is not null;)
        {
            var page = await history.ConfirmedAsync(network.Name, network.Account, span.From, last, cancellationToken).ConfigureAwait(false);
            await KeepAsync(keeping, new ReadWindow(span, Settled(network, page), now), cancellationToken).ConfigureAwait(false);
            last = page.Count == 0 ? null : page[^1].RowId;
        }
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
