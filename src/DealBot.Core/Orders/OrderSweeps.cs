using System.Runtime.CompilerServices;
using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Orders;

/// <summary>
/// Reads days over again and compares what the network lists with what is booked, a few windows a turn so that the minute's sync has its
/// share of the network. What is read is kept window by window: after a restart a sweep goes on where it was.
/// </summary>
public sealed class OrderSweeps(
    IReadOnlyList<IAffiliateNetwork> networks, OrderIntake intake, OrderSweepBooks books, OrderSyncRecord record, OrderSyncSettings settings)
{
    /// <summary>Goes on with what is due, for every account.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => NetworkLanes.ForEachAsync(
            networks.Where(network => !settings.Patience.IsPaused(network, settings.Time.GetUtcNow())), settings.Parallelism, GoOnAsync, cancellationToken);

    private async Task GoOnAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        if (await books.CurrentAsync(network, settings.Time.GetUtcNow(), settings.Options, cancellationToken).ConfigureAwait(false) is { } sweep)
        {
            await GoOnAsync(network, sweep, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task GoOnAsync(IAffiliateNetwork network, OrderSweep sweep, CancellationToken cancellationToken)
    {
        try
        {
            for (var window = 0; window < settings.Options.SweepWindowsPerTurn && !sweep.IsRead(network.Limits); window++)
            {
                await foreach (var read in ReadAsync(network, sweep, cancellationToken).ConfigureAwait(false))
                {
                    sweep = read;
                }
            }
        }
        catch (NetworkException exception)
        {
            record.Failed(network, exception, settings.Time.GetUtcNow());
        }

        sweep = sweep with { EndedAt = sweep.IsRead(network.Limits) ? settings.Time.GetUtcNow() : null };
        await books.KeepAsync(sweep, cancellationToken).ConfigureAwait(false);
        if (sweep.EndedAt is not null)
        {
            await record.EndAsync(sweep, intake.OwnerOf(network), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The sweep after each part of its next window that was kept, and then with its place behind the window.</summary>
    private async IAsyncEnumerable<OrderSweep> ReadAsync(IAffiliateNetwork network, OrderSweep sweep, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = sweep.Next(network.Limits, settings.Time.GetUtcNow());
        var listed = new HashSet<string>();
        await foreach (var taken in intake.TakeAsync(network, [window], movesWatermark: false, cancellationToken).ConfigureAwait(false))
        {
            listed.UnionWith(taken.RowIds);
            var counted = With(sweep, taken.Saved);
            if (counted == sweep)
            {
                continue;
            }

            // Whatever ends it from here on loses at most the place, which is then read again; what was found is booked, and would not be found again. A
            // stop of the service, too, comes when it is written.
            sweep = counted;
            await books.KeepAsync(sweep, CancellationToken.None).ConfigureAwait(false);
            yield return sweep;
        }

        yield return sweep with
        {
            By = window.By,
            Reached = window.To,
            Rows = sweep.Rows + listed.Count,
            Unlisted = sweep.Unlisted + await books.UnlistedAsync(network, window, [.. listed], cancellationToken).ConfigureAwait(false),
        };
    }

    private static OrderSweep With(OrderSweep sweep, SavedOrders saved)
    {
        // What changed after the sweep's end is the sync's to take over; the sweep was only quicker.
        var found = saved.Changes.Where(change => change.Row.Order.ModifiedAt <= sweep.Until).ToList();
        return sweep with
        {
            Missing = sweep.Missing + found.Count(change => change.IsNew),
            Outdated = sweep.Outdated + found.Count(change => !change.IsNew),
            Difference = found.Aggregate(sweep.Difference, (sum, change) => sum + change.Difference),
            Unreadable = sweep.Unreadable + saved.Unreadable,
        };
    }
}
