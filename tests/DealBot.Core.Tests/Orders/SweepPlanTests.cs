using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Orders;

public sealed class SweepPlanTests
{
    private static readonly OrderOptions Options = new() { SweepHour = 3 };

    [TestCase("2026-06-10 02:59", "2026-06-09 03:00")]
    [TestCase("2026-06-10 03:00", "2026-06-10 03:00")]
    [TestCase("2026-06-01 02:00", "2026-05-31 03:00")]
    public void The_nightly_sweep_is_due_at_its_hour_of_Beijing(string now, string due) =>
        Assert.That(SweepPlan.LatestDue(SyncKind.Nightly, Some.Shanghai(now).ToUniversalTime(), Options), Is.EqualTo(Some.Shanghai(due)));

    [TestCase("2026-06-10 02:59", "2026-06-01 03:00")]
    [TestCase("2026-06-01 02:59", "2026-05-01 03:00")]
    [TestCase("2026-01-01 03:00", "2026-01-01 03:00")]
    [TestCase("2026-01-01 01:00", "2025-12-01 03:00")]
    public void The_monthly_sweep_is_due_on_the_first(string now, string due) =>
        Assert.That(SweepPlan.LatestDue(SyncKind.Monthly, Some.Shanghai(now).ToUniversalTime(), Options), Is.EqualTo(Some.Shanghai(due)));

    [Test]
    public void A_nightly_sweep_covers_seven_days_up_to_where_the_sync_still_looks_back_by_itself()
    {
        var sweep = Begin(SyncKind.Nightly, since: Some.Morning.AddDays(-30))!;

        Assert.That((sweep.From, sweep.Until), Is.EqualTo((Some.Morning.AddDays(-7), Some.Morning.AddMinutes(-11))));
    }

    [Test]
    public void A_monthly_sweep_covers_what_the_network_still_gives_when_it_is_asked()
    {
        var sweep = Begin(SyncKind.Monthly, since: Some.Morning.AddDays(-300))!;

        Assert.That(sweep.From, Is.EqualTo(Some.Morning.AddDays(-30).AddMinutes(10)), "the fake network keeps 30 days");
    }

    [Test]
    public void Nothing_older_than_the_first_sync_is_swept() =>
        Assert.That(Begin(SyncKind.Nightly, since: Some.Morning.AddDays(-2))!.From, Is.EqualTo(Some.Morning.AddDays(-2)));

    [Test]
    public void Without_anything_to_read_there_is_no_sweep() => Assert.That(Begin(SyncKind.Nightly, since: Some.Morning), Is.Null);

    private static OrderSweep? Begin(SyncKind kind, DateTimeOffset since) => SweepPlan.Begin(
        new FakeNetwork(), kind, new OrderReach(since, Some.Morning.AddMinutes(-1), since), Some.Morning, Options);
}
