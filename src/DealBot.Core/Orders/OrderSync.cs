using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Orders;

/// <summary>Reads changed orders from every account. Windows are read oldest first and kept a few at a time, so an outage is filled step by step.</summary>
public sealed class OrderSync(
    IReadOnlyList<IAffiliateNetwork> networks, OrderIntake intake, IOrderStore store, OrderSyncRecord record, OrderSyncSettings settings)
{
    /// <summary>An account with much to make up for goes on at the next turn, so that this one ends for the others.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(45);

    /// <summary>A network that takes so long to fail hangs rather than refuses; it is left alone like one that asks for patience.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(20);

    /// <summary>Syncs every account once, networks side by side. One that fails, hangs or is asked to wait does not keep the others back.</summary>
    /// <returns>How many order rows changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        await NetworkLanes.ForEachAsync(
            networks.Where(network => !settings.Patience.IsPaused(network, settings.Time.GetUtcNow())),
            settings.Parallelism,
            async (network, token) => Interlocked.Add(ref changed, await SyncAsync(network, token).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        return changed;
    }

    private async Task<int> SyncAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        var startedAt = settings.Time.GetUtcNow();
        var run = new SyncRun { Network = network.Name, Account = network.Account, Kind = SyncKind.Recent, StartedAt = startedAt, EndedAt = startedAt };
        var reach = await store.ReachAsync(network.Name, network.Account, cancellationToken).ConfigureAwait(false);
        try
        {
            var windows = OrderWindows.Since(reach?.Until, startedAt, network.Limits, settings.Options);
            var ofTurn = windows.TakeWhile(_ => settings.Time.GetUtcNow() - startedAt < LongestTurn);
            await foreach (var taken in intake.TakeAsync(network, ofTurn, movesWatermark: true, cancellationToken).ConfigureAwait(false))
            {
                run = run with
                {
                    From = run.From ?? taken.Window.From,
                    Until = taken.Window.To,
                    Rows = run.Rows + taken.RowIds.Count,
                    New = run.New + taken.Saved.Changes.Count(change => change.IsNew),
                    Changed = run.Changed + taken.Saved.Changes.Count(change => !change.IsNew),
                    Unreadable = run.Unreadable + taken.Saved.Unreadable,
                };
            }

            settings.Patience.Answered(network);
        }
        catch (OperationCanceledException) when (run.From is not null)
        {
            // What was kept before the stop is in the books, and is not new to the next run.
            await record.EndAsync(run with { EndedAt = settings.Time.GetUtcNow() }, intake.OwnerOf(network), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (NetworkException exception)
        {
            run = run with { Fault = exception.Code };
            record.Failed(network, exception, startedAt);
            if (!exception.IsQuotaUsedUp && settings.Time.GetUtcNow() is var now && now - startedAt >= Hanging)
            {
                settings.Patience.Refused(network, now);
            }
        }

        await record.EndAsync(run with { EndedAt = settings.Time.GetUtcNow() }, intake.OwnerOf(network), cancellationToken).ConfigureAwait(false);
        return run.New + run.Changed;
    }
}
