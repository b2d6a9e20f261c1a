using DealBot.Core.Clicks;
using DealBot.Core.Metrics;

namespace DealBot.Storage.Tests;

/// <summary>Clicks are all kept; only people are counted, each once a link and window as a visitor.</summary>
public abstract class ClickStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    [Test]
    public async Task Every_kind_of_click_is_kept_and_only_people_are_counted()
    {
        await AppendAsync([.. Enum.GetValues<ClickKind>().Select((kind, index) => Some.Click(kind: kind, visitor: $"v{index}"))]);

        Assert.That(Stage.Query<string>("SELECT kind FROM clicks ORDER BY kind"), Is.EqualTo(new[] { "bot", "head", "person", "preview" }));
        Assert.That(await FiguresAsync(), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_machine_alone_leaves_no_figures()
    {
        await AppendAsync(Some.Click(kind: ClickKind.Preview));

        Assert.That(await HoursAsync(), Is.Empty);
    }

    [Test]
    public async Task A_visitor_who_comes_again_within_the_window_is_another_click_and_no_new_visitor()
    {
        await AppendAsync(Some.Click(), Some.Click(at: Now.AddMinutes(5)));
        await AppendAsync(Some.Click(at: Now + Window - TimeSpan.FromMilliseconds(1)));

        Assert.That(await FiguresAsync(), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task A_visitor_who_comes_again_after_the_window_counts_again()
    {
        await AppendAsync(Some.Click());
        await AppendAsync(Some.Click(at: Now + Window));

        Assert.That(await FiguresAsync(), Is.EqualTo((2, 2)));
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

    private Task AppendAsync(params Click[] clicks) => Stage.Clicks.AppendAsync(clicks, Window, default);

    private Task<IReadOnlyList<HourlyMetrics>> HoursAsync(params string[] groups) =>
        Stage.Metrics.HourlyAsync(groups.Length == 0 ? ["mama-1"] : groups, Now.AddDays(-1), Now.AddDays(3), default);

    private async Task<(long Clicks, long Visitors)> FiguresAsync()
    {
        var sum = Figures.Sum((await HoursAsync()).Select(hour => hour.Figures));
        return (sum.Clicks, sum.Visitors);
    }
}
