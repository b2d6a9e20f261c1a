using DealBot.CrashTrials.Audit;

namespace DealBot.CrashTrials.Trials;

/// <summary>Notices when the ledger first holds a slot: from then on, none may be missing.</summary>
internal sealed class FirstPlan(string database, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>When a slot was first seen; null as long as none was.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Looks until a slot is seen.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        while (At is null && !stop.IsCancellationRequested)
        {
            if (Ledger.HoldsSlots(database))
                At = clock.GetUtcNow();
            else
                await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
