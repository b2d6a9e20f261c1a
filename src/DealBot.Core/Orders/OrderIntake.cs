using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Reads windows of an account, traces their rows and keeps them: several windows at once while there are more to come, and while the next are read.</summary>
public sealed class OrderIntake(OrderTracing tracing, IOrderStore store, TimeProvider time)
{
    /// <summary>
    /// Windows are kept as soon as they hold this many rows together. Orders of neighbouring hours lie side by side in every table, so several windows in
    /// one transaction write hardly more pages than one by itself; much more than this saves little and is only held in memory.
    /// </summary>
    public const int RowsAtOnce = 5000;

    /// <summary>What was read is kept after this long at the latest, so that a process that ends loses little that it has to ask for again.</summary>
    private static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ShortestHalved = TimeSpan.FromSeconds(10);

    /// <summary>Who owns an account; null if nobody does any more.</summary>
    public string? OwnerOf(IAffiliateNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return tracing.OwnerOf(network.Name, network.Account);
    }

    /// <summary>Takes windows over, in their order. Each result tells of those that were kept at once, and is out when they are.</summary>
    /// <param name="network">The account.</param>
    /// <param name="windows">The windows, each beginning where the one before ends; asked for one by one.</param>
    /// <param name="movesWatermark">Whether all before the end of a window is known then.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NetworkException">The network could not answer; windows and halves read before are kept.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; what was kept until then has been told.</exception>
    public async IAsyncEnumerable<TakenWindow> TakeAsync(
        IAffiliateNetwork network, IEnumerable<OrderWindow> windows, bool movesWatermark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(windows);
        ExceptionDispatchInfo? fault = null;
        ReadWindow? held = null;
        await using var keeping = new OrderKeeping(tracing, store, time, network, movesWatermark);
        await using var reading = ReadAsync(network, windows, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (fault is null)
        {
            try
            {
                if (!await reading.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (Exception exception)
            {
                // Whatever it is, it must not cost what was read before: the next turn would read that again, and come to the same place. Nor may a stop of the
                // service: what is being kept when it comes is told all the same, since it would not be found again.
                fault = ExceptionDispatchInfo.Capture(exception);
                continue;
            }

            held = held is null ? reading.Current : held + reading.Current;
            var isSlow = time.GetUtcNow() - held.ReadAt >= LongestHeld;
            if (held.Reports.Count >= RowsAtOnce || isSlow)
            {
                if (await keeping.BeginAsync(held, cancellationToken).ConfigureAwait(false) is { } before)
                {
                    yield return before;
                }

                held = null;
            }

            // A network that takes its time is not asked for more while what it gave is not on the disk.
            if (isSlow && await keeping.EndAsync().ConfigureAwait(false) is { } kept)
            {
                yield return kept;
            }
        }

        if (held is not null && await keeping.BeginAsync(held, cancellationToken).ConfigureAwait(false) is { } next)
        {
            yield return next;
        }

        if (await keeping.EndAsync().ConfigureAwait(false) is { } last)
        {
            yield return last;
        }

        fault?.Throw();
    }

    private async IAsyncEnumerable<ReadWindow> ReadAsync(IAffiliateNetwork network, IEnumerable<OrderWindow> windows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var window in windows)
        {
            if (await ReadAsync(network, window, cancellationToken).ConfigureAwait(false) is { } read)
            {
                yield return read;
                continue;
            }

            // The busiest hours of a large account hold more than the network gives at once; the halves are read one after the other.
            var middle = window.From + ((window.To - window.From) / 2);
            await foreach (var half in ReadAsync(network, [window with { To = middle }, window with { From = middle }], cancellationToken).ConfigureAwait(false))
            {
                yield return half;
            }
        }
    }

    /// <summary>The window's rows in every version that came; null if it holds too many and can be halved. Nothing is kept of a window that broke off.</summary>
    private async Task<ReadWindow?> ReadAsync(IAffiliateNetwork network, OrderWindow window, CancellationToken cancellationToken)
    {
        var reports = new List<OrderReport>();
        try
        {
            await foreach (var report in network.PullOrdersAsync(window, cancellationToken).ConfigureAwait(false))
            {
                reports.Add(report);
            }
        }
        catch (NetworkException exception) when (exception.IsWindowTooFull && window.To - window.From >= ShortestHalved)
        {
            return null;
        }

        return new ReadWindow(window, reports, time.GetUtcNow());
    }
}
