using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Health;
using DealBot.Core.Metrics;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>Whatever comes, late or twice, is claimed, recounted or grown too old to keep, and whoever's the groups are: figures kept added up are the sums of what is beneath.</summary>
public sealed class RollUpProperties
{
    private const string Sums =
        "SUM(posts), SUM(clicks), SUM(visitors), SUM(orders), SUM(sales_fen), SUM(commission_fen), SUM(raw_clicks), SUM(lost_clicks)";

    private const string Beneath =
        $"SELECT h.hour, COALESCE(o.owner_id, ''), COUNT(*), {Sums} FROM metrics_hourly h LEFT JOIN group_owners o ON o.group_id = h.group_id GROUP BY 1, 2";

    private const string Kept =
        "SELECT hour, owner_id, parts, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks FROM metrics_of_owners";

    private static readonly DateTimeOffset Start = Some.Morning;
    private static readonly string[] Groups = ["g1", "g2", "g3", "g4"];
    private static readonly string[] Owners = ["li", "wang", ""];

    private SqliteStage _stage = null!;
    private Random _random = null!;
    private int _steps;
    private long _clicks;

    [SetUp]
    public void SetUp() => (_stage, _steps, _clicks) = (new SqliteStage(), 0, 0);

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Sums_hold_after_every_step([Range(1, 8)] int seed)
    {
        _random = new Random(seed);
        Func<Task>[] steps = [ClickAsync, ClickAsync, LoseAsync, OrderAsync, OrderAsync, OrderAsync, RebookAsync, PostAsync, AgeAsync, HandOverAsync];
        for (_steps = 1; _steps <= 60; _steps++)
        {
            await steps[_random.Next(steps.Length)]();
            RequireSums();
        }

        Assert.That(_stage.One<long>("SELECT SUM(clicks) FROM metrics_of_owners"), Is.EqualTo(_clicks), "clicks that grew too old are still counted");
        Assert.That(
            _stage.Query<string>("SELECT group_id || hour || orders || ' ' || commission_fen FROM metrics_hourly WHERE orders <> 0 OR commission_fen <> 0 ORDER BY 1"),
            Is.EqualTo(_stage.Query<string>(
                """
                SELECT group_id || (ordered_at / 3600000 * 3600000) || COUNT(DISTINCT CASE WHEN counts = 1 THEN order_id END) || ' ' || SUM(commission_fen)
                FROM orders WHERE group_id IS NOT NULL AND counts = 1 GROUP BY group_id, ordered_at / 3600000 ORDER BY 1
                """)));
        await RequireTheSameOverEveryPathAsync();
    }

    private void RequireSums() =>
        Assert.That(
            _stage.One<long>($"SELECT (SELECT COUNT(*) FROM ({Kept} EXCEPT {Beneath})) + (SELECT COUNT(*) FROM ({Beneath} EXCEPT {Kept}))"), Is.Zero, $"after step {_steps}");

    /// <summary>An owner's hours are read from what is kept, any other groups' are added up.</summary>
    private async Task RequireTheSameOverEveryPathAsync()
    {
        var kept = await _stage.GroupOwners.KeepAsync(Groups.ToDictionary(group => group, _ => "li"), default);
        var all = await HoursAsync(Groups);
        await _stage.GroupOwners.KeepAsync(new Dictionary<string, string>(), default);

        Assert.That((kept, all.Count), Is.Not.EqualTo((0, 0)));
        Assert.That(await HoursAsync(Groups), Is.EqualTo(all));
        Assert.That(
            Figures.Sum((await _stage.Metrics.HourlyAsync(Groups, Start.AddYears(-1), Start.AddYears(1), default)).Select(hour => hour.Figures)),
            Is.EqualTo(Figures.Sum(all.Select(hour => hour.Figures))));
    }

    private Task<IReadOnlyList<HourTotal>> HoursAsync(IReadOnlyCollection<string> groups) =>
        _stage.Metrics.HoursAsync(groups, Start.AddYears(-1), Start.AddYears(1), default);

    private Task ClickAsync()
    {
        var kinds = Enum.GetValues<ClickKind>();
        var clicks = Enumerable.Range(0, _random.Next(1, 6))
            .Select(number => Some.Click(visitor: $"v{_random.Next(5)}", at: Moment(), kind: kinds[_random.Next(kinds.Length)], groupId: Group())).ToList();
        _clicks += clicks.Count(click => click.Kind == ClickKind.Person);
        return _stage.Clicks.SeedAsync(clicks);
    }

    private Task LoseAsync() => _stage.Clicks.CountLostAsync([new LostClicks(Group(), Moment(), _random.Next(1, 4))], default);

    private Task OrderAsync() => _stage.SaveOrdersAsync(Start, AnyOrder());

    private async Task RebookAsync()
    {
        foreach (var versions in (await _stage.OrderHistory.PageAsync(null, null, default)).Take(3))
        {
            var row = AnyOrder();
            await _stage.OrderHistory.RebookAsync([new RebookedOrder(versions, row with { Order = row.Order with { RowId = versions.RowId } })], default);
        }

        await _stage.OrderHistory.ClearHoursAsync(new OrderSpan(Start.AddDays(-30), Start.AddDays(30)), default);
    }

    private async Task PostAsync()
    {
        var (id, at) = ($"p{_steps}", Start.AddMinutes(_steps));
        await _stage.Outbox.PlanAsync(Some.Post(id, at, Group()), default);
        foreach (var post in await _stage.Outbox.LeaseDueAsync(at, TimeSpan.FromHours(1), 64, default))
        {
            await _stage.Outbox.BeginSendAsync(post, 0, at, default);
            await _stage.Outbox.RecordAsync(post, 0, _random.Next(4) == 0 ? new MessageOutcome.Failed(Some.Phrase) : new MessageOutcome.Sent(null), at, default);
        }
    }

    private Task AgeAsync()
    {
        var clock = new TestClock(Start.AddDays(_random.Next(-5, 5)));
        var leap = new ClockLeap(_stage.State, clock, NullLogger<ClockLeap>.Instance);
        return new Retention(_stage.Database, new RetentionScope(new StorageOptions { KeepClickDays = 7 }), leap, clock, NullLogger<Retention>.Instance).RunAsync(default);
    }

    private Task HandOverAsync() =>
        _stage.GroupOwners.KeepAsync(Groups.Select(group => (group, owner: Owners[_random.Next(Owners.Length)])).Where(it => it.owner.Length > 0).ToDictionary(it => it.group, it => it.owner), default);

    private AttributedOrder AnyOrder()
    {
        var states = Enum.GetValues<OrderStatus>();
        var id = _random.Next(8);
        return Some.Attributed(
            Some.Order($"r{id}", states[_random.Next(states.Length)], Start.AddHours(id * 7), Start.AddMinutes(_steps)), _random.Next(5) == 0 ? null : Group());
    }

    private string Group() => Groups[_random.Next(Groups.Length)];

    private DateTimeOffset Moment() => Start.AddHours(-_random.Next(24 * 20));
}
