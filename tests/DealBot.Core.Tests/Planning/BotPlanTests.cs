using DealBot.Contracts;
using DealBot.Core.Planning;
using static DealBot.Core.Tests.Planning.PlanScene;

namespace DealBot.Core.Tests.Planning;

/// <summary>A bot in many groups: what holds for the bot, and what for each group.</summary>
public sealed class BotPlanTests
{
    [Test]
    public void The_bot_s_limit_is_shared_by_its_groups()
    {
        var plan = LayForBot([Slot("09:10", "a", "g1"), Slot("09:10", "b", "g2"), Slot("09:10", "c", "g3")], Limits(minute: 2));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 09:10", "c 09:11" }));
        Assert.That(plan.Slots[^1].Moved?.Zh, Is.EqualTo("09:10 → 09:11：账号 preview/bot 每分钟 2 条已排满"));
    }

    [Test]
    public void A_limit_of_each_group_moves_that_group_alone()
    {
        var plan = LayForBot([Slot("09:10", "a", "g1"), Slot("09:10", "a2", "g1"), Slot("09:10", "b", "g2")], Limits() with { AddressMessagesPerMinute = 1 });

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 09:10", "a2 09:11" }));
        Assert.That(plan.Slots[^1].Moved?.En, Is.EqualTo("09:10 → 09:11: the group at preview/g1 is full with 1 a minute"));
    }

    [Test]
    public void A_day_s_limit_of_a_group_drops_what_it_can_not_hold()
    {
        var plan = LayForBot([Slot("09:10", "a", "g1"), Slot("10:10", "a", "g1"), Slot("10:10", "b", "g2")], Limits() with { AddressMessagesPerDay = 1 });

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 10:10" }));
        Assert.That(plan.Dropped.Single().Reason.Text.Zh, Is.EqualTo("发到 preview/g1 的 每天 1 条已排满，这天要发 2 条"));
    }

    [Test]
    public void A_month_s_limit_counts_what_went_out_before_the_plan_looks_back()
    {
        var plan = LayForBot(
            [Slot("09:10", "a", "g1"), Slot("10:10", "a", "g1"), Slot("10:10", "b", "g2")],
            Limits() with { AddressMessagesPerMonth = 30 },
            earlier: new TakenMoment("preview", "g1", null, Midnight, Messages: 29, Images: 0));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 10:10" }));
        Assert.That(plan.Dropped.Single().Reason.Text.Zh, Is.EqualTo("发到 preview/g1 的 每月 30 条已排满"));
    }

    [Test]
    public void What_a_group_was_sent_last_month_holds_nothing_back()
    {
        var plan = LayForBot(
            [Slot("09:10", "a", "g1")],
            Limits() with { AddressMessagesPerMonth = 30 },
            earlier: new TakenMoment("preview", "g1", null, Midnight.AddMinutes(-1), Messages: 30, Images: 0));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10" }));
    }

    [Test]
    public void A_gap_of_seconds_is_a_limit_of_messages_a_minute()
    {
        var slots = Enumerable.Range(0, 5).Select(i => Slot("09:10", $"{i}", $"g{i}")).ToList();

        var plan = LayForBot(slots, Limits() with { LeastGap = TimeSpan.FromSeconds(15) });

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "0 09:10", "1 09:10", "2 09:10", "3 09:10", "4 09:11" }));
    }

    [Test]
    public void A_gap_of_minutes_is_kept_after_each_message_of_a_post()
    {
        var plan = LayForBot(
            [Slot("09:10", "a", "g1", poster: true), Slot("09:10", "b", "g2"), Slot("09:10", "c", "g3")], Limits() with { LeastGap = TimeSpan.FromMinutes(2) });

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 09:14", "c 09:16" }), "poster and text of the first take four minutes");
        Assert.That(plan.Slots[^1].Moved?.Zh, Is.EqualTo("09:10 → 09:16：账号 preview/bot 两条消息至少隔 2 分钟"));
    }
}
