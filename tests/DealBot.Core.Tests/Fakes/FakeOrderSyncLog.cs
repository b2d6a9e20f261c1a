using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Keeps runs, and the latest sweep of each kind.</summary>
internal sealed class FakeOrderSyncLog : IOrderSyncLog
{
    public List<SyncRun> Runs { get; } = [];

    public Dictionary<SyncKind, OrderSweep> Sweeps { get; } = [];

    public Task RecordAsync(SyncRun run, CancellationToken cancellationToken)
    {
        // Accounts go side by side.
        lock (Runs)
        {
            Runs.Add(run);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SyncStanding>> StandingsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SyncStanding>>([]);

    public Task<OrderSweep?> SweepAsync(string network, string account, SyncKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(Sweeps.GetValueOrDefault(kind));

    public Task KeepAsync(OrderSweep sweep, CancellationToken cancellationToken)
    {
        Sweeps[sweep.Kind] = sweep;
        return Task.CompletedTask;
    }
}
