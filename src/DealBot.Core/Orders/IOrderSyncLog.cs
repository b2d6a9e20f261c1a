namespace DealBot.Core.Orders;

/// <summary>Keeps what order sync did, and how far its sweeps are.</summary>
public interface IOrderSyncLog
{
    /// <summary>Puts a run on record. Runs over recent changes are kept for 30 days, sweeps for good.</summary>
    Task RecordAsync(SyncRun run, CancellationToken cancellationToken);

    /// <summary>Until when each account ever read is known: its lag is what is missing to now.</summary>
    Task<IReadOnlyList<SyncStanding>> StandingsAsync(CancellationToken cancellationToken);

    /// <summary>The account's latest sweep of a kind, finished or not; null if there was none.</summary>
    Task<OrderSweep?> SweepAsync(string network, string account, SyncKind kind, CancellationToken cancellationToken);

    /// <summary>Keeps a sweep as it stands, in place of the account's sweep of that kind before it.</summary>
    Task KeepAsync(OrderSweep sweep, CancellationToken cancellationToken);
}
