using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Metrics;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>What came of posting, as digests ask for it.</summary>
public abstract class MetricsStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task Orders_of_no_group_are_counted_once_each_for_their_owner_and_day()
    {
        await Stage.SaveOrdersAsync(
            Some.Morning,
            Some.Attributed(Some.Order("r1") with { OrderId = "o1" }, null),
            Some.Attributed(Some.Order("r2") with { OrderId = "o1" }, null),
            Some.Attributed(Some.Order("r3")),
            Some.Attributed(Some.Order("r4", OrderStatus.Invalid), null),
            Some.Attributed(Some.Order("r5", orderedAt: Some.Morning.AddDays(1)), null));

        Assert.That(await Stage.Metrics.UnattributedAsync("li", Some.Morning, Some.Morning.AddDays(1), default), Is.EqualTo(new UnattributedOrders(1, Money.FromYuan(16))));
        Assert.That(await Stage.Metrics.UnattributedAsync("other", Some.Morning, Some.Morning.AddDays(1), default), Is.EqualTo(UnattributedOrders.None));
    }

    [Test]
    public async Task Hours_run_from_the_first_moment_up_to_but_not_including_the_second()
    {
        await ClickAsync(-1, 0, 1, 2);

        var hours = await Stage.Metrics.HourlyAsync(["mama-1"], Now, Now.AddHours(2), default);

        Assert.That(hours.Select(hour => hour.Hour), Is.EqualTo(new[] { Now, Now.AddHours(1) }));
    }

    [Test]
    public async Task Hours_are_added_up_over_groups_and_groups_over_hours()
    {
        await Stage.Clicks.SeedAsync(
            Some.Click(at: Now), Some.Click(at: Now, groupId: "dorm-1", visitor: "v2"), Some.Click(at: Now.AddHours(1), visitor: "v3"), Some.Click(at: Now.AddHours(1), groupId: "else"));

        var hours = await Stage.Metrics.HoursAsync(["mama-1", "dorm-1"], Now, Now.AddHours(2), default);
        var groups = await Stage.Metrics.GroupsAsync(["mama-1", "dorm-1", "idle"], Now, Now.AddHours(2), default);

        Assert.That(hours.Select(hour => (hour.Hour, hour.Figures.Clicks, hour.Figures.Visitors)), Is.EqualTo(new[] { (Now, 2L, 2L), (Now.AddHours(1), 1L, 1L) }));
        Assert.That(groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Value.Clicks)), Is.EqualTo(new[] { ("dorm-1", 1L), ("mama-1", 2L) }));
    }

    [Test]
    public async Task Hours_of_all_groups_of_an_owner_are_read_as_they_are_kept_and_of_some_of_them_added_up()
    {
        await Stage.Clicks.SeedAsync(Some.Click(at: Now), Some.Click(at: Now, groupId: "dorm-1", visitor: "v2"));
        await OwnAsync(("mama-1", "li"), ("dorm-1", "li"));
        await Stage.Clicks.SeedAsync(Some.Click(at: Now, visitor: "v3"));
        Stage.Execute("UPDATE metrics_of_owners SET clicks = clicks + 100");

        Assert.That(await ClicksAsync("mama-1", "dorm-1"), Is.EqualTo(103));
        Assert.That(await ClicksAsync("mama-1"), Is.EqualTo(2));
        Assert.That(await ClicksAsync("mama-1", "idle"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_group_that_changes_hands_takes_its_hours_along()
    {
        await Stage.Clicks.SeedAsync(Some.Click(at: Now), Some.Click(at: Now, groupId: "dorm-1", visitor: "v2"), Some.Click(at: Now.AddHours(1), groupId: "dorm-1", visitor: "v3"));
        await OwnAsync(("mama-1", "li"), ("dorm-1", "li"));

        Assert.That(await OwnAsync(("mama-1", "li"), ("dorm-1", "wang")), Is.EqualTo(1));
        Assert.That(OfOwners(), Is.EqualTo(new[] { "li 1", "wang 1", "wang 1" }));
        Assert.That(await OwnAsync(("mama-1", "li")), Is.EqualTo(1));
        Assert.That(OfOwners(), Is.EqualTo(new[] { " 1", " 1", "li 1" }), "nobody's, and not lost");
        Assert.That(await OwnAsync(("mama-1", "li")), Is.Zero);
    }

    private Task<int> OwnAsync(params (string Group, string Owner)[] owners) => Stage.GroupOwners.KeepAsync(owners.ToDictionary(it => it.Group, it => it.Owner), default);

    private IReadOnlyList<string> OfOwners() => Stage.Query<string>("SELECT owner_id || ' ' || clicks FROM metrics_of_owners ORDER BY owner_id, hour");

    private async Task<long> ClicksAsync(params string[] groups) => (await Stage.Metrics.HoursAsync(groups, Now, Now.AddHours(1), default)).Single().Figures.Clicks;

    [Test]
    public async Task Deals_held_back_count_once_a_group_and_day_by_network_and_code_with_one_sale_each()
    {
        await HoldBackAsync(Now, "mama-1", Some.Deal("1", rate: 10), "2001402");
        await HoldBackAsync(Now.AddMinutes(30), "mama-1", Some.Deal("1", rate: 30), "2001402");
        await HoldBackAsync(Now, "dorm-1", Some.Deal("1", rate: 10), "2001402");
        await HoldBackAsync(Now.AddMinutes(1), "mama-1", Some.Deal("2", rate: 5), "plain_page");
        await HoldBackAsync(Now.AddHours(2), "mama-1", Some.Deal("3"), "2001402");

        var counts = await Stage.Metrics.HeldBackAsync(["mama-1", "dorm-1"], Now, Now.AddHours(2), default);

        Assert.That(counts, Is.EqualTo(new[]
        {
            new HeldBackCount("jd", "2001402", Some.Phrase, 2, Money.FromYuan(20)), new HeldBackCount("jd", "plain_page", Some.Phrase, 1, Money.FromYuan(5)),
        }));
    }

    [Test]
    public async Task A_post_that_went_out_with_other_deals_still_tells_those_held_back()
    {
        var heldBack = new HeldBackDeal(Some.Group(), Some.Deal("1"), "main", "2001402", Some.Phrase, Now);
        await Stage.Outbox.PlanAsync(Some.Post("p1", Now) with { HeldBack = [heldBack] }, default);

        Assert.That((await Stage.Metrics.HeldBackAsync(["mama-1"], Now, Now.AddHours(1), default)).Single().Deals, Is.EqualTo(1));
    }

    private Task HoldBackAsync(DateTimeOffset at, string group, Deal deal, string code)
    {
        var slot = Some.Slot(at, Some.Group(group));
        return Stage.Outbox.SkipAsync(
            new SkippedPost(slot, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None) { HeldBack = [new HeldBackDeal(slot.Group, deal, "main", code, Some.Phrase, at)] }, default);
    }

    [Test]
    public async Task No_groups_have_no_figures()
    {
        await ClickAsync(0);

        Assert.That(await Stage.Metrics.HourlyAsync([], Now, Now.AddHours(1), default), Is.Empty);
    }

    [Test]
    public async Task A_deal_adds_up_over_its_posts_with_clicks_by_people_orders_and_commission()
    {
        await SendAsync("p1", Some.Deal("1001"), "aaaaaaaaaaa", "mama-1", Now);
        await SendAsync("p2", Some.Deal("1001"), "bbbbbbbbbbb", "dorm-1", Now);
        await SendAsync("p3", Some.Deal("2"), "ccccccccccc", "mama-1", Now.AddMinutes(1));
        await Stage.Clicks.SeedAsync(Some.Click("aaaaaaaaaaa"), Some.Click("bbbbbbbbbbb", groupId: "dorm-1"), Some.Click("bbbbbbbbbbb", kind: DealBot.Core.Clicks.ClickKind.Bot));
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order("r1"), postId: "p1"), Some.Attributed(Some.Order("r2", OrderStatus.Invalid), postId: "p1"));

        var deals = await Stage.Metrics.DealsAsync(["mama-1", "dorm-1"], Now, Now.AddHours(1), default);

        Assert.That(deals, Is.EqualTo(new[]
        {
            new DealResult(new DealKey("jd", "1001"), Some.Deal("1001").Title, 2, 2, 1, Money.FromYuan(8)),
            new DealResult(new DealKey("jd", "2"), Some.Deal("2").Title, 1, 0, 0, Money.Zero),
        }));
    }

    [Test]
    public async Task What_went_as_a_text_to_copy_is_counted_apart_by_deal_and_by_group()
    {
        await SendAsync("p1", Some.Deal("1001"), "aaaaaaaaaaa", "mama-1", Now);
        await SendAsync("p2", Some.Deal("1001"), "bbbbbbbbbbb", "dorm-1", Now, command: "￥abc￥");
        await SendAsync("p3", Some.Deal("2"), "ccccccccccc", "dorm-1", Now.AddMinutes(1), command: "￥def￥");
        await SendAsync("p4", Some.Deal("3"), "ddddddddddd", "dorm-1", Now.AddMinutes(2), new MessageOutcome.Failed(Some.Phrase), "￥ghi￥");
        await SendAsync("p5", Some.Deal("3"), "eeeeeeeeeee", "dorm-1", Now.AddHours(1), command: "￥jkl￥");

        var deals = await Stage.Metrics.DealsAsync(["mama-1", "dorm-1"], Now, Now.AddHours(1), default);

        Assert.That(deals.Select(deal => (deal.Deal.ItemId, deal.Posts, deal.AsCommand)), Is.EqualTo(new[] { ("1001", 2L, 1L), ("2", 1L, 1L) }));
        Assert.That(await Stage.Metrics.CommandPostsAsync(["mama-1", "dorm-1"], Now, Now.AddHours(1), default), Is.EqualTo(new Dictionary<string, long> { ["dorm-1"] = 2 }));
    }

    [Test]
    public async Task An_order_known_only_by_its_groups_position_counts_for_the_groups_post_of_the_item()
    {
        await SendAsync("p1", Some.Deal("1001"), "aaaaaaaaaaa", "mama-1", Now);
        await SendAsync("p2", Some.Deal("1001"), "bbbbbbbbbbb", "dorm-1", Now);
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order("r1") with { OrderedAt = Now.AddMinutes(5) }));

        var ofGroup = await Stage.Metrics.DealsAsync(["mama-1"], Now, Now.AddHours(1), default);
        var ofOther = await Stage.Metrics.DealsAsync(["dorm-1"], Now, Now.AddHours(1), default);

        Assert.That((ofGroup.Single().Orders, ofOther.Single().Orders), Is.EqualTo((1L, 0L)));
    }

    [Test]
    public async Task Deals_of_posts_that_were_not_sent_or_fall_outside_the_span_are_left_out()
    {
        await Stage.Outbox.PlanAsync(Some.Post("planned", Now.AddMinutes(5)) with { Deals = [Some.PlannedDeal(Some.Deal("1"), "ddddddddddd")] }, default);
        await SendAsync("before", Some.Deal("2"), "aaaaaaaaaaa", "mama-1", Now.AddMilliseconds(-1));
        await SendAsync("at-the-end", Some.Deal("3"), "bbbbbbbbbbb", "mama-1", Now.AddHours(1));

        Assert.That(await Stage.Metrics.DealsAsync(["mama-1"], Now, Now.AddHours(1), default), Is.Empty);
    }

    [Test]
    public async Task Posts_not_sent_are_counted_by_reason_most_first()
    {
        await SkipAsync(Now, SkipReason.Missed);
        await SkipAsync(Now.AddMinutes(1), SkipReason.NoDeal);
        await SkipAsync(Now.AddMinutes(2), SkipReason.NoDeal);
        await SkipAsync(Now.AddHours(1), SkipReason.NoDeal);
        await SendAsync("sent", Some.Deal(), "aaaaaaaaaaa", "mama-1", Now.AddMinutes(3));
        await SendAsync("failed", Some.Deal("2"), "bbbbbbbbbbb", "mama-1", Now.AddMinutes(4), new MessageOutcome.Failed(Some.Phrase));

        var skips = await Stage.Metrics.SkipsAsync(["mama-1"], Now, Now.AddHours(1), default);

        Assert.That(skips[0], Is.EqualTo(new SkipCount("skipped", SkipReason.NoDeal.Text, 2)));
        Assert.That(skips.Skip(1), Is.EquivalentTo(new[] { new SkipCount("skipped", SkipReason.Missed.Text, 1), new SkipCount("failed", Some.Phrase, 1) }));
    }

    private Task ClickAsync(params int[] hours) =>
        Stage.Clicks.SeedAsync([.. hours.Select(hour => Some.Click(at: Now.AddHours(hour)))]);

    private Task SkipAsync(DateTimeOffset at, SkipReason reason) =>
        Stage.Outbox.SkipAsync(new SkippedPost(Some.Slot(at), PostKind.Slot, reason, SelectionReport.None), default);

    [Test]
    public async Task Drift_is_from_the_planned_to_the_sent_moment_of_what_was_sent()
    {
        foreach (var (id, late) in new[] { ("p1", 3), ("p2", 40), ("p3", 700), ("p4", 5) })
        {
            await SendLateAsync(id, Now.AddMinutes(1), TimeSpan.FromSeconds(late), new MessageOutcome.Sent(null));
        }

        await SendLateAsync("before", Now.AddMilliseconds(-1), TimeSpan.FromSeconds(900), new MessageOutcome.Sent(null));
        await SendLateAsync("refused", Now.AddMinutes(2), TimeSpan.FromSeconds(900), new MessageOutcome.Failed(Some.Phrase));
        await SendLateAsync("other", Now.AddMinutes(2), TimeSpan.FromSeconds(900), new MessageOutcome.Sent(null), "dorm-1");

        Assert.That(
            await Stage.Metrics.DriftAsync(["mama-1"], Now, Now.AddHours(1), default),
            Is.EqualTo(new Drift(4, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(700))));
        Assert.That(await Stage.Metrics.DriftAsync(["mama-1"], Now.AddHours(1), Now.AddHours(2), default), Is.Null);
    }

    [Test]
    public async Task Deals_replaced_and_posts_withdrawn_are_counted_for_the_groups_and_the_span()
    {
        static SelectionReport Report(int changed, int words) => new(9, new Dictionary<RejectReason, int> { [RejectReason.PriceChanged] = changed, [RejectReason.WordUnwanted] = words });
        await Stage.Outbox.PlanAsync(Some.Post("p1", Now) with { Selection = Report(2, 5) }, default);
        await Stage.Outbox.PlanAsync(Some.Post("p2", Now.AddHours(1)) with { Selection = Report(4, 0) }, default);
        await Stage.Outbox.PlanAsync(Some.Post("p3", Now, "dorm-1") with { Selection = Report(8, 0) }, default);
        await Stage.Outbox.SkipAsync(new SkippedPost(Some.Slot(Now.AddMinutes(5)), PostKind.Slot, SkipReason.CouponExpired, Report(1, 0)), default);
        await SkipAsync(Now.AddMinutes(6), SkipReason.NoDeal);

        Assert.That(await Stage.Metrics.RechecksAsync(["mama-1"], Now, Now.AddHours(1), default), Is.EqualTo(new RecheckCount(3, 1)));
        Assert.That(await Stage.Metrics.RechecksAsync(["nobody"], Now, Now.AddHours(1), default), Is.EqualTo(RecheckCount.None));
    }

    private async Task SendLateAsync(string id, DateTimeOffset at, TimeSpan late, MessageOutcome outcome, string group = "mama-1")
    {
        await Stage.Outbox.PlanAsync(Some.Post(id, at, group), default);
        var post = (await Stage.Outbox.LeaseDueAsync(at, TimeSpan.FromHours(1), 64, default)).Single(leased => leased.PostId == id);
        await Stage.Outbox.BeginSendAsync(post, 0, at + late, default);
        await Stage.Outbox.RecordAsync(post, 0, outcome, at + late, default);
    }

    private async Task SendAsync(string id, Deal deal, string code, string group, DateTimeOffset at, MessageOutcome? outcome = null, string? command = null)
    {
        var planned = Some.PlannedDeal(deal, code);
        await Stage.Outbox.PlanAsync(Some.Post(id, at, group) with { Deals = [planned with { Link = planned.Link with { Command = command } }] }, default);
        var post = (await Stage.Outbox.LeaseDueAsync(at, TimeSpan.FromMinutes(2), 64, default)).Single(leased => leased.PostId == id);
        await Stage.Outbox.BeginSendAsync(post, 0, at, default);
        await Stage.Outbox.RecordAsync(post, 0, outcome ?? new MessageOutcome.Sent(null), at, default);
    }
}
