using DealBot.Core.Clicks;
using DealBot.Core.Metrics;

namespace DealBot.Storage.Tests;

/// <summary>Clicks are all kept; only people are counted, each once a group and day as a visitor.</summary>
public abstract class ClickStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task Every_kind_of_click_is_kept_and_only_people_are_counted()
    {
        await AppendAsync([.. Enum.GetValues<ClickKind>().Select((kind, index) => Some.Click(kind: kind, visitor: $"v{index}"))]);

        Assert.That(Stage.Query<string>("SELECT kind FROM clicks ORDER BY kind"), Is.EqualTo(new[] { "bot", "head", "own", "person", "preview", "repeat" }));
        Assert.That(await FiguresAsync(), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Requests_of_every_kind_are_counted_beside_the_people()
    {
        await AppendAsync(Some.Click(kind: ClickKind.Preview), Some.Click(kind: ClickKind.Bot), Some.Click(), Some.Click(kind: ClickKind.Repeat));

        var figures = Figures.Sum((await HoursAsync()).Select(hour => hour.Figures));
        Assert.That((figures.RawClicks, figures.Clicks), Is.EqualTo((4, 1)));
    }

    [Test]
    public async Task The_rule_that_turned_a_click_down_is_kept_with_it()
    {
        await AppendAsync(Some.Click(), Some.Click(kind: ClickKind.Bot) with { Rule = "crawler" });

        Assert.That(Stage.Query<string>("SELECT kind || ':' || rule FROM clicks ORDER BY kind"), Is.EqualTo(new[] { "bot:crawler", "person:" }));
    }

    [Test]
    public async Task A_visitor_who_comes_again_is_another_click_and_no_new_visitor()
    {
        await AppendAsync(Some.Click(), Some.Click(at: Now.AddMinutes(5)));
        await AppendAsync(Some.Click(at: Now.AddHours(10)));

        Assert.That(await FiguresAsync(), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Clicks_of_a_journal_are_taken_in_once_from_where_it_was_left()
    {
        var (start, middle, end) = (JournalPosition.StartOf("j"), new JournalPosition("j", 0, 70), new JournalPosition("j", 1, 0));

        Assert.That(await Stage.Clicks.ReachedAsync("j", default), Is.Null);
        Assert.That(await Stage.Clicks.AppendAsync(start, new ClickBatch([Some.Click()], middle), default), Is.True);
        Assert.That(await Stage.Clicks.AppendAsync(start, new ClickBatch([Some.Click()], middle), default), Is.False, "taken in already");
        Assert.That(await Stage.Clicks.AppendAsync(middle, new ClickBatch([Some.Click(visitor: "v2")], end), default), Is.True);

        Assert.That(await Stage.Clicks.ReachedAsync("j", default), Is.EqualTo(end));
        Assert.That(await FiguresAsync(), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task A_journal_that_is_gone_is_forgotten()
    {
        await Stage.Clicks.AppendAsync(JournalPosition.StartOf("j"), new ClickBatch([Some.Click()], new JournalPosition("j", 0, 70)), default);

        await Stage.Clicks.ForgetAsync("j", default);

        Assert.That(await Stage.Clicks.ReachedAsync("j", default), Is.Null);
    }

    [Test]
    public async Task Lost_clicks_are_counted_beside_the_kept_ones()
    {
        await AppendAsync(Some.Click());
        await Stage.Clicks.CountLostAsync([new LostClicks("mama-1", Now, 3), new LostClicks("dorm-1", Now, 1)], default);
        await Stage.Clicks.CountLostAsync([new LostClicks("mama-1", Now, 2)], default);

        Assert.That((await HoursAsync("mama-1", "dorm-1")).Select(hour => (hour.GroupId, hour.Figures.LostClicks, hour.Figures.Clicks)), Is.EquivalentTo(new[] { ("mama-1", 5L, 1L), ("dorm-1", 1L, 0L) }));
    }

    [Test]
    public async Task A_visitor_of_two_links_of_a_group_is_one_visitor()
    {
        await AppendAsync(Some.Click(code: "aaaaaaaaaaa"), Some.Click(code: "bbbbbbbbbbb"), Some.Click(visitor: "v2"));

        Assert.That(await FiguresAsync(), Is.EqualTo((3, 2)));
    }

    [Test]
    public async Task A_preview_before_the_person_does_not_use_up_the_visitor()
    {
        await AppendAsync(Some.Click(kind: ClickKind.Preview), Some.Click(at: Now.AddSeconds(1)));

        Assert.That(await FiguresAsync(), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Clicks_are_counted_in_the_hour_and_group_they_came_in()
    {
        await AppendAsync(
            Some.Click(at: Now.AddMinutes(59).AddSeconds(59)),
            Some.Click(visitor: "v2", at: Now.AddMinutes(60)),
            Some.Click(code: "bbbbbbbbbbb", groupId: "dorm-1", at: Now.AddMinutes(1)));

        var hours = await HoursAsync("mama-1", "dorm-1");

        Assert.That(
            hours.Select(hour => (hour.GroupId, hour.Hour, hour.Figures.Clicks)),
            Is.EqualTo(new[] { ("dorm-1", Now, 1L), ("mama-1", Now, 1L), ("mama-1", Now.AddHours(1), 1L) }));
    }

    [Test]
    public async Task An_empty_batch_is_nothing()
    {
        await AppendAsync();

        Assert.That(await HoursAsync(), Is.Empty);
    }

    private Task AppendAsync(params Click[] clicks) => Stage.Clicks.SeedAsync(clicks);

    private Task<IReadOnlyList<HourlyMetrics>> HoursAsync(params string[] groups) =>
        Stage.Metrics.HourlyAsync(groups.Length == 0 ? ["mama-1"] : groups, Now.AddDays(-1), Now.AddDays(3), default);

    private async Task<(long Clicks, long Visitors)> FiguresAsync()
    {
        var sum = Figures.Sum((await HoursAsync()).Select(hour => hour.Figures));
        return (sum.Clicks, sum.Visitors);
    }
}
