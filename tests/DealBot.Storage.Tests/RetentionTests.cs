using Dapper;
using DealBot.Contracts;
using DealBot.Core.Health;
using DealBot.Core.Links;
using DealBot.Core.Posting;
using DealBot.Storage.Tests.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage.Tests;

/// <summary>What is deleted with age, and what never.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly StorageOptions Options = new();

    private SqliteStage _stage = null!;

    private bool _countsByMonth;

    [SetUp]
    public void SetUp() => (_stage, _countsByMonth) = (new SqliteStage(), false);

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [TestCase(89, 1)]
    [TestCase(91, 0)]
    public async Task Clicks_go_after_ninety_days_and_their_sums_stay(int days, int left)
    {
        var at = Now.AddDays(-days);
        await _stage.Clicks.SeedAsync([Some.Click(at: at)]);

        await RunAsync();

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM clicks"), Is.EqualTo(left));
        Assert.That((await _stage.Metrics.HourlyAsync(["mama-1"], at.AddHours(-1), at.AddHours(1), default)).Single().Figures.Clicks, Is.EqualTo(1));
    }

    [TestCase(399, 1)]
    [TestCase(401, 0)]
    public async Task Posts_that_ended_go_with_messages_and_links(int days, int left)
    {
        await _stage.Outbox.PlanAsync(Some.Post(dueAt: Now.AddDays(-days)) with { Deals = [Some.PlannedDeal()] }, default);
        await ExecuteAsync("UPDATE posts SET state = 'sent'");

        await RunAsync();

        foreach (var table in new[] { "posts", "messages", "post_deals" })
        {
            Assert.That(_stage.One<long>($"SELECT COUNT(*) FROM {table}"), Is.EqualTo(left), table);
        }
    }

    [Test]
    public async Task Orders_their_versions_and_the_books_are_kept_for_good()
    {
        await _stage.SaveOrdersAsync(Now.AddYears(-9), Some.Attributed(Some.Order(modifiedAt: Now.AddYears(-9))), Some.Attributed(Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddYears(-8))));

        await RunAsync();

        var report = await _stage.LedgerAudit.RunAsync(null, _ => { }, default);
        Assert.That((report.Orders, report.Transactions, report.Found), Is.EqualTo((1, 2, 0)));
    }

    [TestCase(399, 1)]
    [TestCase(401, 0)]
    public async Task Members_of_a_day_are_forgotten_with_its_posts(int days, int left)
    {
        await _stage.Members.CountAsync("mama-1", DateOnly.FromDateTime(Now.AddDays(-days).UtcDateTime), 480, default);

        await RunAsync();

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM member_days"), Is.EqualTo(left));
    }

    [Test]
    public async Task What_test_links_showed_of_an_account_that_nobody_tries_any_more_goes_with_the_notices_of_it()
    {
        var store = new CanaryStore(_stage.Database);
        await store.KeepAsync(new CanaryState { Network = "jd", Account = "gone" }.Worked(Now.AddDays(-Options.KeepNoticeDays - 1)), default);
        await store.KeepAsync(new CanaryState { Network = "jd", Account = "main" }.Worked(Now.AddDays(-Options.KeepNoticeDays + 1)), default);

        await RunAsync();

        Assert.That((await store.ListAsync(default)).Select(state => state.Account), Is.EqualTo(new[] { "main" }));
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public async Task Attempts_are_kept_for_a_month_where_a_platform_counts_by_month(bool countsByMonth, int left)
    {
        _countsByMonth = countsByMonth;
        await ExecuteAsync($"INSERT INTO attempts (adapter, address, account, at, post_id, idx) VALUES ('preview', 'demo', 'demo', {Now.AddDays(-31).ToUnixTimeMilliseconds()}, 'p', 0)");

        await RunAsync();

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM attempts"), Is.EqualTo(left));
    }

    [TestCase("planned")]
    [TestCase("leased")]
    [TestCase("sending")]
    public async Task Post_that_has_not_ended_stays_however_old(string state)
    {
        await _stage.Outbox.PlanAsync(Some.Post(dueAt: Now.AddDays(-1000)), default);
        await ExecuteAsync($"UPDATE posts SET state = '{state}'");

        await RunAsync();

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM posts"), Is.EqualTo(1));
    }

    /// <summary>The clock is set a year ahead, the nightly turn comes at once, and somebody puts the clock right the same day.</summary>
    [Test]
    public async Task Clock_that_leaps_ahead_deletes_nothing_at_once()
    {
        await _stage.Clicks.SeedAsync([Some.Click(at: Now)]);
        await RunAsync();

        await RunAsync(Now.AddYears(1));
        await RunAsync(Now.AddDays(1));

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM clicks"), Is.EqualTo(1));
    }

    [Test]
    public async Task After_a_long_rest_old_rows_go_with_the_second_turn()
    {
        await _stage.Clicks.SeedAsync([Some.Click(at: Now)]);
        await RunAsync();

        await RunAsync(Now.AddDays(100));
        await RunAsync(Now.AddDays(101));

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM clicks"), Is.Zero);
    }

    /// <summary>Turns in days from the first. A click of the first day is old after ninety.</summary>
    [TestCase(1, 365, 365.8, TestName = "The next turn by the wrong clock may come within the hour")]
    [TestCase(0, 365, 365.8, 366.8, TestName = "What waits for a day is measured from when the leap was first seen")]
    [TestCase(1, 365, 366, 731, TestName = "A leap after old rows went is another")]
    [TestCase(1, 365, 730, TestName = "A second leap in the wait is given its own")]
    [TestCase(1, 730, 365, 365.5, TestName = "A clock put right half-way is still wrong")]
    [TestCase(0, 730, 365, 366, TestName = "What was seen in a future that did not come is seen anew")]
    [TestCase(1, 365, 1, 366.5, TestName = "A leap that was put right does not count for the next")]
    [TestCase(0, 85, 93, TestName = "A service that is up once in eight days deletes every other time")]
    public async Task Old_rows_go_by_the_turns_of_a_clock_that_leaps(int left, params double[] days)
    {
        await RunAsync();
        foreach (var day in days)
        {
            // Those of a turn that deleted are gone: another one, to see the turns after it.
            if (_stage.One<long>("SELECT COUNT(*) FROM clicks") == 0)
            {
                await _stage.Clicks.SeedAsync([Some.Click(at: Now)]);
            }

            await RunAsync(Now.AddDays(day));
        }

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM clicks"), Is.EqualTo(left));
    }

    [Test]
    public async Task Orders_stay_for_ever()
    {
        await _stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(orderedAt: Now.AddDays(-2000))));

        await RunAsync();

        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM orders"), Is.EqualTo(1));
    }

    [Test]
    public async Task Prices_and_deals_go_by_when_they_were_last_seen()
    {
        await _stage.Catalog.RecordAsync([Some.Deal("1", seenAt: Now.AddDays(-401)), Some.Deal("2", seenAt: Now.AddDays(-31)), Some.Deal("3")], default);

        await RunAsync();

        Assert.That(_stage.Query<string>("SELECT item_id FROM price_observations ORDER BY item_id"), Is.EqualTo(new[] { "2", "3" }));
        Assert.That(_stage.Query<string>("SELECT item_id FROM price_days ORDER BY item_id"), Is.EqualTo(new[] { "2", "3" }));
        Assert.That(_stage.Query<string>("SELECT item_id FROM deals ORDER BY item_id"), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task Many_rows_go_in_batches_between_which_others_write()
    {
        await ExecuteAsync(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO attempts (adapter, address, at, post_id, idx) SELECT 'preview', 'demo', i, 'p', 0 FROM n
            """);
        var running = Task.Run(RunAsync);
        while (!running.IsCompleted)
        {
            await _stage.State.SetAsync("other", "work", default);
        }

        Assert.That(await running, Is.EqualTo(5000));
        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM attempts"), Is.Zero);
    }

    private Task<long> RunAsync() => RunAsync(Now);

    private Task<long> RunAsync(DateTimeOffset now)
    {
        var clock = new TestClock(now);
        var leap = new ClockLeap(_stage.State, clock, NullLogger<ClockLeap>.Instance);
        return new Retention(_stage.Database, new RetentionScope(Options, () => _countsByMonth), leap, clock, NullLogger<Retention>.Instance).RunAsync(default);
    }

    private Task<int> ExecuteAsync(string sql) => _stage.Database.WriteAsync((connection, transaction) => connection.Execute(sql, transaction: transaction), default);
}
