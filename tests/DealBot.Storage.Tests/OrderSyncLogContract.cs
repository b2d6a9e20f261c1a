using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>What order sync did, and how far its sweeps are.</summary>
public abstract class OrderSyncLogContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning.ToUniversalTime();

    [Test]
    public async Task Each_account_stands_where_its_orders_are_known_with_what_ended_its_latest_run()
    {
        await Stage.SaveOrdersAsync(Now);
        await Stage.OrderSyncs.RecordAsync(Run(Now, "429"), default);
        Assert.That(await Stage.OrderSyncs.StandingsAsync(default), Is.EqualTo(new[] { new SyncStanding("jd", "main", Now, "429") }));

        await Stage.OrderSyncs.RecordAsync(Run(Now.AddMinutes(1), null), default);
        await Stage.OrderSyncs.RecordAsync(Run(Now.AddMinutes(2), "http_502") with { Kind = SyncKind.Nightly }, default);

        Assert.That((await Stage.OrderSyncs.StandingsAsync(default)).Single().Fault, Is.Null, "sweeps have no say in it");
    }

    [Test]
    public async Task Runs_over_recent_changes_are_forgotten_after_thirty_days_and_sweeps_are_not()
    {
        await Stage.OrderSyncs.RecordAsync(Run(Now, null), default);
        await Stage.OrderSyncs.RecordAsync(Run(Now, null) with { Kind = SyncKind.Monthly }, default);

        await Stage.OrderSyncs.RecordAsync(Run(Now.AddDays(31), null), default);

        Assert.That(Stage.Query<string>("SELECT kind FROM order_syncs ORDER BY started_at"), Is.EqualTo(new[] { "monthly", "recent" }));
    }

    [Test]
    public async Task A_sweep_is_given_back_as_it_was_kept_and_each_kind_has_one()
    {
        var sweep = new OrderSweep
        {
            Network = "jd",
            Account = "main",
            Kind = SyncKind.Nightly,
            StartedAt = Now,
            From = Now.AddDays(-7),
            Until = Now,
            By = OrderTime.Ordered,
            Reached = Now.AddDays(-3),
            Rows = 5,
            Missing = 1,
            Outdated = 2,
            Difference = new Money(-30),
            Unlisted = 3,
            Unreadable = 4,
        };
        Assert.That(await SweepAsync(SyncKind.Nightly), Is.Null);

        await Stage.OrderSyncs.KeepAsync(sweep with { Rows = 1 }, default);
        await Stage.OrderSyncs.KeepAsync(sweep, default);
        Assert.That(await SweepAsync(SyncKind.Nightly), Is.EqualTo(sweep));
        Assert.That(await SweepAsync(SyncKind.Monthly), Is.Null);

        await Stage.OrderSyncs.KeepAsync(sweep with { EndedAt = Now.AddHours(1) }, default);
        Assert.That((await SweepAsync(SyncKind.Nightly))!.EndedAt, Is.EqualTo(Now.AddHours(1)));
    }

    private static SyncRun Run(DateTimeOffset at, string? fault) =>
        new() { Network = "jd", Account = "main", Kind = SyncKind.Recent, StartedAt = at, EndedAt = at.AddSeconds(1), From = at.AddMinutes(-1), Until = at, Fault = fault };

    private Task<OrderSweep?> SweepAsync(SyncKind kind) => Stage.OrderSyncs.SweepAsync("jd", "main", kind, default);
}
