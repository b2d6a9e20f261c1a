using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

public abstract class ClickTrailContract : StorageContract
{
    private static readonly DateTimeOffset Posted = Some.Morning;
    private static readonly DealKey Item = new("jd", "1001");
    private static readonly OrderSpan Hour = new(Posted, Posted.AddHours(1));

    [Test]
    public async Task People_s_clicks_on_links_of_the_item_are_found_the_latest_first()
    {
        await PostAsync("p1", "mama-1", "aaaaaaaaaaa", Item);
        await PostAsync("p2", "mama-2", "bbbbbbbbbbb", Item);
        await PostAsync("p3", "mama-2", "ccccccccccc", new DealKey("jd", "2002"));
        await Stage.Clicks.SeedAsync([
            Some.Click("aaaaaaaaaaa", "v1", Posted.AddMinutes(5)),
            Some.Click("bbbbbbbbbbb", "v2", Posted.AddMinutes(9), groupId: "mama-2"),
            Some.Click("ccccccccccc", "v3", Posted.AddMinutes(9), groupId: "mama-2"),
            Some.Click("bbbbbbbbbbb", "v4", Posted.AddMinutes(8), ClickKind.Preview, "mama-2")]);

        Assert.That(await Stage.ClickTrail.OnAsync(Item, null, Hour, default), Is.EqualTo(new[]
        {
            new JoinClick("mama-2", "p2", "v2", Posted.AddMinutes(9).ToUniversalTime()), new JoinClick("mama-1", "p1", "v1", Posted.AddMinutes(5).ToUniversalTime()),
        }));
    }

    [Test]
    public async Task Clicks_outside_the_span_led_to_nothing_in_it()
    {
        await PostAsync("p1", "mama-1", "aaaaaaaaaaa", Item);
        await Stage.Clicks.SeedAsync([.. new[] { -1, 0, 60, 61 }.Select(minute => Some.Click("aaaaaaaaaaa", $"v{minute}", Posted.AddMinutes(minute)))]);

        Assert.That((await Stage.ClickTrail.OnAsync(Item, null, Hour, default)).Select(click => click.Visitor), Is.EqualTo(new[] { "v60", "v0" }));
    }

    [TestCase("mama-1_aaaaaaaaaaa", null, null, 0)]
    [TestCase(null, null, "7", 1)]
    [TestCase(null, "7", "7", 1)]
    [TestCase(null, "8", "7", 0)]
    [TestCase(null, "8", null, 1)]
    public async Task A_link_whose_orders_would_have_named_it_led_to_none_that_does_not(string? subId, string? linkPosition, string? orderPosition, int found)
    {
        await PostAsync("p1", "mama-1", "aaaaaaaaaaa", Item, new Tracking(subId, linkPosition));
        await Stage.Clicks.SeedAsync([Some.Click("aaaaaaaaaaa", "v1", Posted.AddMinutes(5))]);

        Assert.That(await Stage.ClickTrail.OnAsync(Item, orderPosition, Hour, default), Has.Count.EqualTo(found));
    }

    private async Task PostAsync(string post, string group, string code, DealKey item, Tracking? tracking = null)
    {
        var deal = Some.PlannedDeal(Some.Deal(item.ItemId), code);
        await Stage.Outbox.PlanAsync(
            Some.Post(post, Posted.AddMinutes(-1), group) with { Deals = [deal with { Link = deal.Link with { Tracking = tracking ?? new Tracking(null, null) } }] }, default);
    }
}
