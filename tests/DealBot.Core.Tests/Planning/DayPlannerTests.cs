using DealBot.Core.Configuration;
using DealBot.Core.Planning;
using static DealBot.Core.Tests.Planning.PlanScene;

namespace DealBot.Core.Tests.Planning;

public sealed class DayPlannerTests
{
    [Test]
    public void Where_there_is_room_every_slot_keeps_its_moment()
    {
        var plan = Lay([Slot("09:10"), Slot("09:10", "h"), Slot("21:00", "h")], Limits(minute: 20, hour: 100, day: 200));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "g 09:10", "h 09:10", "h 21:00" }));
        Assert.That(plan.Slots.All(slot => slot.Moved is null), Is.True);
    }

    [Test]
    public void Without_an_adapter_nothing_is_limited() => Assert.That(Lay([Slot("09:10"), Slot("09:10", "h")], limits: null).Slots, Has.Count.EqualTo(2));

    [Test]
    public void What_does_not_fit_into_a_minute_goes_into_the_next_and_says_why()
    {
        var plan = Lay([Slot("09:10", "a"), Slot("09:10", "b"), Slot("09:10", "c")], Limits(minute: 2));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 09:10", "c 09:11" }));
        Assert.That(plan.Slots[2].Moved?.Zh, Is.EqualTo("09:10 → 09:11：账号 preview/robot 每分钟 2 条已排满"));
        Assert.That(plan.Slots[2].Moved?.En, Is.EqualTo("09:10 → 09:11: account preview/robot is full with 2 a minute"));
    }

    [Test]
    public void A_post_with_a_poster_counts_as_two_messages() =>
        Assert.That(Clocks(Lay([Slot("09:10", "a", poster: true), Slot("09:10", "b")], Limits(minute: 2))), Is.EqualTo(new[] { "a 09:10", "b 09:11" }));

    [Test]
    public void A_post_larger_than_a_minute_allows_gets_a_minute_for_itself() =>
        Assert.That(Clocks(Lay([Slot("09:10", "a", poster: true), Slot("09:10", "b")], Limits(minute: 1))), Is.EqualTo(new[] { "a 09:10", "b 09:11" }));

    [Test]
    public void Accounts_do_not_take_from_each_other() =>
        Assert.That(Clocks(Lay([Slot("09:10", "a"), Slot("09:10", "b", "other")], Limits(minute: 1))), Is.EqualTo(new[] { "a 09:10", "b 09:10" }));

    [Test]
    public void A_minute_is_any_sixty_seconds()
    {
        var plan = Lay([Slot(At("09:10").AddSeconds(40), "a"), Slot("09:11", "b"), Slot(At("09:13").AddSeconds(1), "c")], Limits(minute: 1));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:10", "b 09:12", "c 09:13" }), "from 09:10:40 to 09:11:40 there may be one message; 61 seconds later the next");
    }

    [Test]
    public void An_hour_is_any_sixty_minutes()
    {
        var plan = Lay([Slot("09:50", "a"), Slot("10:40", "b"), Slot("10:45", "c")], Limits(hour: 2));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 09:50", "b 10:40", "c 10:50" }));
        Assert.That(plan.Slots[2].Moved?.Zh, Is.EqualTo("10:45 → 10:50：账号 preview/robot 每小时 2 条已排满"));
    }

    [Test]
    public void What_finds_no_room_in_the_day_is_dropped_and_says_by_how_much()
    {
        var plan = Lay([Slot("09:10"), Slot("10:10"), Slot("11:10")], Limits(day: 2));

        var dropped = plan.Dropped.Single();
        Assert.That(dropped.Slot.At, Is.EqualTo(At("11:10")));
        Assert.That(dropped.Reason.Code, Is.EqualTo("quota"));
        Assert.That(dropped.Reason.Text.Zh, Is.EqualTo("账号 preview/robot 每天 2 条已排满，这天要发 3 条"));
        Assert.That(dropped.Reason.Text.En, Is.EqualTo("account preview/robot is full with 2 a day; the day has 3 to send"));
    }

    [Test]
    public void Pictures_have_a_limit_of_their_own()
    {
        var plan = Lay([Slot("09:10", poster: true), Slot("10:10", poster: true), Slot("11:10")], Limits(images: 1));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "g 09:10", "g 11:10" }));
        Assert.That(plan.Dropped.Single().Reason.Text.Zh, Is.EqualTo("账号 preview/robot 每天图片 1 条已排满，这天要发 2 张"));
    }

    [Test]
    public void A_share_of_each_limit_is_left_free()
    {
        var plan = Lay([.. Enumerable.Range(0, 10).Select(i => Slot("09:10", $"g{i}"))], Limits(minute: 10), headroom: 20);

        Assert.That(Clocks(plan).Count(clock => clock.EndsWith("09:10", StringComparison.Ordinal)), Is.EqualTo(8));
        Assert.That(plan.Slots[^1].Moved?.Zh, Is.EqualTo("09:10 → 09:11：账号 preview/robot 每分钟 8 条已排满（另留 2 条）"));
    }

    [Test]
    public void What_is_taken_is_laid_around() =>
        Assert.That(Clocks(Lay([Slot("09:10")], Limits(minute: 2), [Taken("09:10", messages: 2)])), Is.EqualTo(new[] { "g 09:11" }));

    [Test]
    public void The_later_of_two_moments_equally_near_is_taken_and_an_earlier_one_only_if_allowed()
    {
        var early = Pace with { EarlyMinutes = 5 };
        TakenMoment[] taken = [Taken("09:10"), Taken("09:11")];

        Assert.That(Clocks(Lay([Slot("09:10")], Limits(minute: 1), taken)), Is.EqualTo(new[] { "g 09:12" }));
        Assert.That(Clocks(Lay([Slot("09:10", pace: early)], Limits(minute: 1), taken)), Is.EqualTo(new[] { "g 09:09" }));
        Assert.That(Clocks(Lay([Slot("09:10", pace: early)], Limits(minute: 1), [Taken("09:10")])), Is.EqualTo(new[] { "g 09:11" }));
    }

    [Test]
    public void No_later_than_the_schedule_allows()
    {
        var plan = Lay([Slot("09:10", pace: Pace with { LateMinutes = 2 })], Limits(minute: 1), [Taken("09:10"), Taken("09:11"), Taken("09:12")]);

        Assert.That(plan.Slots, Is.Empty);
        Assert.That(plan.Dropped.Single().Reason.Text.Zh, Is.EqualTo("账号 preview/robot 每分钟 1 条已排满，2 分钟内都排满了"));
    }

    [Test]
    public void Campaigns_go_first_then_priority_then_time()
    {
        var plan = Lay(
            [Slot("09:10", "early"), Slot("09:20", "low", pace: Pace with { Priority = 1 }), Slot("09:30", "high", pace: Pace with { Priority = 9 }), Slot("09:40", "sale", campaign: true)],
            Limits(day: 3));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "early 09:10", "high 09:30", "sale 09:40" }));
        Assert.That(plan.Dropped.Single().Slot.Group.Id, Is.EqualTo("low"));
    }

    [Test]
    public void Posts_of_a_group_keep_their_gap_and_those_of_others_are_free()
    {
        var pace = Pace with { GapMinutes = 10 };

        var plan = Lay([Slot("09:10", pace: pace), Slot("09:15", pace: pace), Slot("09:15", "h", pace: pace)]);

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "g 09:10", "h 09:15", "g 09:20" }));
        Assert.That(plan.Slots[2].Moved?.Zh, Is.EqualTo("09:15 → 09:20：本群两次推送至少隔 10 分钟"));
    }

    [Test]
    public void A_slot_without_room_for_the_gap_is_dropped()
    {
        var pace = Pace with { GapMinutes = 60 };

        var plan = Lay([Slot("09:10", pace: pace), Slot("09:15", pace: pace)]);

        Assert.That(plan.Dropped.Single().Reason.Code, Is.EqualTo("min_gap"));
        Assert.That(plan.Dropped.Single().Reason.Text.Zh, Is.EqualTo("本群两次推送至少隔 60 分钟，19 分钟内没有空位"));
    }

    [Test]
    public void Nothing_is_moved_into_quiet_hours()
    {
        var pace = Pace with { Quiet = new QuietHours { From = new TimeOnly(22, 0), To = new TimeOnly(8, 0) } };

        var plan = Lay([Slot("21:58", "a", pace: pace), Slot("21:58", "b", pace: pace), Slot("21:58", "c", pace: pace)], Limits(minute: 1));

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "a 21:58", "b 21:59" }));
        Assert.That(plan.Dropped, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_slot_stays_on_its_day()
    {
        var plan = Lay([Slot("23:59", "a"), Slot("23:59", "b"), Slot("00:00", "c", pace: Pace with { EarlyMinutes = 30 })], Limits(minute: 1), [Taken("00:00")]);

        Assert.That(Clocks(plan), Is.EqualTo(new[] { "c 00:01", "a 23:59" }));
    }

    [TestCase("09:00")]
    [TestCase("09:30")]
    public void A_slot_on_the_full_or_half_hour_is_moved_a_little_the_same_way_every_time(string clock)
    {
        var slot = Slot(clock, pace: Pace with { JitterMinutes = 5 });

        var planned = Lay([slot]).Slots.Single();

        Assert.That((planned.At - slot.At).TotalMinutes, Is.InRange(1, 5));
        Assert.That(planned.Moved?.Zh, Does.EndWith("：避开整点和半点"));
        Assert.That(Lay([slot]).Slots.Single().At, Is.EqualTo(planned.At));
        Assert.That(planned.Slot.PostId, Is.EqualTo(slot.PostId));
    }

    [Test]
    public void Groups_are_spread_over_the_minutes_of_the_jitter()
    {
        var plan = Lay([.. Enumerable.Range(0, 500).Select(i => Slot("12:00", $"group-{i}", $"robot-{i}", Pace with { JitterMinutes = 5 }))]);

        var minutes = plan.Slots.CountBy(slot => slot.At.Minute).ToDictionary();
        Assert.That(minutes.Keys, Is.EquivalentTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(minutes.Values, Has.All.InRange(70, 130));
    }

    [Test]
    public void Other_moments_are_left_where_they_are() =>
        Assert.That(Clocks(Lay([Slot("09:10", pace: Pace with { JitterMinutes = 5 })])), Is.EqualTo(new[] { "g 09:10" }));

    [Test]
    public void Who_avoids_the_full_hour_is_moved_onto_it_only_as_a_last_resort()
    {
        var pace = Pace with { JitterMinutes = 5, LateMinutes = 3 };

        Assert.That(Clocks(Lay([Slot("09:28", pace: pace)], Limits(minute: 1), [Taken("09:28"), Taken("09:29")])), Is.EqualTo(new[] { "g 09:31" }));
        Assert.That(Clocks(Lay([Slot("09:28", pace: pace)], Limits(minute: 1), [Taken("09:28"), Taken("09:29"), Taken("09:31")])), Is.EqualTo(new[] { "g 09:30" }));
    }

    [Test]
    public void The_jitter_does_not_lead_into_quiet_hours()
    {
        var pace = Pace with { JitterMinutes = 5, Quiet = new QuietHours { From = new TimeOnly(21, 31), To = new TimeOnly(8, 0) } };

        Assert.That(Clocks(Lay([Slot("21:30", pace: pace)])), Is.EqualTo(new[] { "g 21:30" }));
    }

    [Test]
    public void A_slot_missed_while_the_service_was_down_is_made_up_for_at_once_if_it_is_fresh()
    {
        var now = At("09:25").AddSeconds(17);

        var plan = Lay([Slot("09:04", "a"), Slot("09:10", "b", pace: Pace with { LateMinutes = 1 })], notBefore: now);

        Assert.That(plan.Slots.Single().At, Is.EqualTo(now));
        Assert.That(plan.Slots.Single().Moved?.Zh, Is.EqualTo("09:10 → 09:25：原定时刻已过"));
        Assert.That(plan.Dropped.Single().Reason, Is.EqualTo(DealBot.Core.Posting.SkipReason.Missed));
    }

    [Test]
    public void A_hundred_thousand_slots_on_ten_thousand_accounts_are_no_reason_to_wait()
    {
        var pace = Pace with { JitterMinutes = 5, GapMinutes = 5 };
        Core.Scheduling.Slot[] slots = [.. Enumerable.Range(0, 10_000).SelectMany(group =>
            Enumerable.Range(0, 10).Select(turn => Slot(Midnight.AddHours(8 + turn).AddMinutes(turn % 2 * 30), $"group-{group}", $"robot-{group}", pace, poster: true)))];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var plan = Lay(slots, Limits(minute: 20, hour: 100, day: 200), headroom: 10);

        Assert.That(plan.Slots, Has.Count.EqualTo(100_000));
        TestContext.Out.WriteLine($"laid in {watch.Elapsed.TotalSeconds:0.00} s");
    }

    [Test]
    public void A_hundred_thousand_slots_on_one_account_are_no_reason_to_wait()
    {
        var pace = Pace with { JitterMinutes = 5 };
        Core.Scheduling.Slot[] slots = [.. Enumerable.Range(0, 100_000).Select(i => Slot(Midnight.AddMinutes(i % 1440), $"group-{i}", "robot", pace, poster: true))];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var plan = Lay(slots, Limits(minute: 20, hour: 1000), headroom: 10);

        Assert.That(plan.Slots.Count + plan.Dropped.Count, Is.EqualTo(100_000));
        TestContext.Out.WriteLine($"laid {plan.Slots.Count} of 100000 in {watch.Elapsed.TotalSeconds:0.00} s");
    }
}
