using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Planning;
using DealBot.Core.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using static DealBot.Core.Tests.Planning.PlanScene;

namespace DealBot.Core.Tests.Planning;

/// <summary>What holds of every plan, whatever the slots and limits. Windows are reckoned anew here, post by post, without the planner's tables.</summary>
public sealed class DayPlannerProperties
{
    private static readonly QuietHours Quiet = new() { From = new TimeOnly(9, 40), To = new TimeOnly(9, 50) };

    [Test]
    public void No_window_of_any_account_is_exceeded() => ForAllDays((day, plan) =>
    {
        foreach (var account in Messages(day, plan).GroupBy(message => message.Address))
        {
            var sent = account.ToList();
            Within(sent, day.Limits.MessagesPerMinute, TimeSpan.FromMinutes(1), "a minute");
            Within(sent, day.Limits.MessagesPerHour, TimeSpan.FromHours(1), "an hour");
            AtMost(sent.Count, sent.Count(message => message.IsPlanned), day.Limits.MessagesPerDay, "a day");
            AtMost(sent.Count(message => message.IsImage), sent.Count(message => message.IsImage && message.IsPlanned), day.Limits.ImagesPerDay, "pictures a day");
        }
    });

    [Test]
    public void Every_slot_is_either_planned_or_dropped_once() => ForAllDays((day, plan) =>
    {
        var all = plan.Slots.Select(slot => slot.Slot.PostId).Concat(plan.Dropped.Select(slot => slot.Slot.PostId)).Order(StringComparer.Ordinal);
        Require(all.SequenceEqual(day.Slots.Select(slot => slot.PostId).Order(StringComparer.Ordinal)), "slots are lost or doubled");
    });

    [Test]
    public void Posts_of_a_group_keep_their_gap() => ForAllDays((day, plan) =>
    {
        var moments = plan.Slots.Select(slot => (slot.Slot.Group.Id, slot.At, IsPlanned: true))
            .Concat(day.Taken.Where(taken => taken.GroupId is not null).Select(taken => (Id: taken.GroupId!, taken.At, IsPlanned: false)))
            .ToLookup(moment => moment.Id);
        foreach (var (left, right) in moments.SelectMany(group => Pairs([.. group])).Where(pair => pair.Left.IsPlanned || pair.Right.IsPlanned))
        {
            Require((left.At - right.At).Duration() >= TimeSpan.FromMinutes(day.Gap), $"{left.At} and {right.At} are too near");
        }
    });

    [Test]
    public void Nothing_is_laid_before_the_present_nor_beyond_what_its_schedule_allows_nor_into_quiet_hours() => ForAllDays((day, plan) =>
    {
        foreach (var (slot, at, moved) in plan.Slots)
        {
            Require(at >= day.NotBefore, $"{at} is past");
            Require(at >= slot.At.AddMinutes(-slot.Plan.Pace.EarlyMinutes), $"{at} is too early for {slot.At}");
            Require(at <= slot.At + Fresh, $"{at} is too late for {slot.At}");
            Require(at == slot.At || !Quiet.Covers(TimeOnly.FromDateTime(at.DateTime)), $"{at} is quiet");
            Require((moved is null) == (at == slot.At), "a move without a reason, or a reason without a move");
        }
    });

    [Test]
    public void What_comes_later_in_the_order_takes_nothing_from_what_comes_before() => ForAllDays((day, plan) =>
    {
        var first = day.Slots.Where(slot => slot.Plan.Pace.Priority >= 5).ToList();
        var alone = Lay(first, day.Limits, day.Taken, day.NotBefore, day.Headroom);

        var kept = plan.Slots.Where(slot => slot.Slot.Plan.Pace.Priority >= 5);
        Require(Moments(alone.Slots).SequenceEqual(Moments(kept)), "lower priorities changed the plan of the higher ones");
    });

    [Test]
    public void Laying_some_of_the_slots_again_around_the_others_changes_nothing() => ForAllDays((day, plan) =>
    {
        var (kept, again) = (plan.Slots.Where((_, i) => i % 2 == 0).ToList(), plan.Slots.Where((_, i) => i % 2 == 1).ToList());
        var relaid = Lay([.. again.Select(slot => slot.Slot)], day.Limits, [.. day.Taken, .. kept.Select(Taken)], day.NotBefore, day.Headroom);

        Require(relaid.Dropped.Count == 0, "a slot lost its place");
        Require(Moments(relaid.Slots).SequenceEqual(Moments(again)), "a slot got another moment");
    });

    [Test]
    public void What_was_dropped_stays_without_room_while_the_others_stay() => ForAllDays((day, plan) =>
    {
        var relaid = Lay([.. plan.Dropped.Select(slot => slot.Slot)], day.Limits, [.. day.Taken, .. plan.Slots.Select(Taken)], day.NotBefore, day.Headroom);
        Require(relaid.Slots.Count == 0, "a slot was dropped although there was room");
    });

    [Test]
    public void The_order_in_which_slots_are_given_does_not_matter() => ForAllDays((day, plan) =>
    {
        var reversed = Lay([.. day.Slots.Reverse()], day.Limits, day.Taken, day.NotBefore, day.Headroom);
        Require(Moments(reversed.Slots).SequenceEqual(Moments(plan.Slots)), "another order, another plan");
    });

    private static void ForAllDays(Action<Day, DayPlan> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260618), FSharpOption<int>.None))),
        Prop.ForAll(Arb.From(Days), day => holds(day, Lay(day.Slots, day.Limits, day.Taken, day.NotBefore, day.Headroom))));

    /// <summary>Two crowded hours: few accounts, low limits, moments on and within minutes, some of them past.</summary>
    private static Gen<Day> Days =>
        from limits in Gen.Four(Gen.Choose(0, 12))
        from gap in Gen.Choose(0, 7)
        from headroom in Gen.Elements(0, 10, 30)
        from now in Gen.Choose(0, 30)
        from early in Gen.Elements(0, 3)
        from late in Gen.Elements<int?>(null, 0, 4)
        from jitter in Gen.Elements(0, 5)
        from slots in Gen.ListOf(SlotSeeds, 60)
        from taken in Gen.ListOf(SlotSeeds, 8)
        select new Day(
            Limits(Most(limits.Item1), Most(limits.Item2 * 3), Most(limits.Item3 * 8), Most(limits.Item4 * 3)),
            gap,
            headroom,
            At("09:00").AddMinutes(now),
            [.. slots.Select(seed => SlotOf(seed, Pace with { Priority = seed.Priority, EarlyMinutes = early, LateMinutes = late, JitterMinutes = jitter, GapMinutes = gap, Quiet = Quiet }))
                .Where(slot => !Quiet.Covers(TimeOnly.FromDateTime(slot.At.DateTime)))
                .DistinctBy(slot => slot.PostId)],
            [.. taken.Select(seed => new TakenMoment("preview", $"robot-{seed.Group % 3}", $"g{seed.Group}", MomentOf(seed), seed.Priority > 5 ? 2 : 1, seed.Priority > 5 ? 1 : 0))]);

    private static Gen<Seed> SlotSeeds =>
        from minute in Gen.Choose(0, 119)
        from second in Gen.Elements(0, 0, 0, 20, 45)
        from grp in Gen.Choose(0, 7)
        from priority in Gen.Choose(1, 9)
        from poster in Gen.Elements(true, false)
        select new Seed(minute, second, grp, priority, poster);

    private static int? Most(int most) => most == 0 ? null : most + 1;

    private static Slot SlotOf(Seed seed, SlotPace pace) => Slot(MomentOf(seed), $"g{seed.Group}", $"robot-{seed.Group % 3}", pace, seed.Poster);

    private static DateTimeOffset MomentOf(Seed seed) => At("09:00").AddMinutes(seed.Minute).AddSeconds(seed.Second);

    private static IEnumerable<Message> Messages(Day day, DayPlan plan) => day.Taken.SelectMany(taken => MessagesOf(taken, false))
        .Concat(plan.Slots.SelectMany(slot => MessagesOf(Taken(slot), true)));

    private static IEnumerable<Message> MessagesOf(TakenMoment taken, bool isPlanned) =>
        Enumerable.Range(0, taken.Messages).Select(index => new Message(taken.Address, taken.At, index < taken.Images, isPlanned));

    /// <summary>Every window that begins at a message; one that holds nothing of the plan is none of its business, nor is a single post larger than the window.</summary>
    private static void Within(IReadOnlyList<Message> sent, int? most, TimeSpan length, string name)
    {
        foreach (var start in sent.Select(message => message.At).Distinct())
        {
            var window = sent.Where(message => message.At >= start && message.At < start + length).ToList();
            if (window.Select(message => message.At).Distinct().Count() > 1 || window.Count > 2)
            {
                AtMost(window.Count, window.Count(message => message.IsPlanned), most, $"{name} from {start:HH:mm:ss}");
            }
        }
    }

    private static void AtMost(int count, int planned, int? most, string name) => Require(most is null || planned == 0 || count <= most, $"{count} messages within {name}, {most} are allowed");

    private static IEnumerable<(T Left, T Right)> Pairs<T>(IReadOnlyList<T> all) => all.SelectMany((left, i) => all.Skip(i + 1).Select(right => (left, right)));

    private static IEnumerable<(string, DateTimeOffset)> Moments(IEnumerable<PlannedSlot> slots) => slots.Select(slot => (slot.Slot.PostId, slot.At));

    /// <summary>An assertion would count each step of the search for a smaller day as a failure of its own.</summary>
    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }

    private sealed record Day(
        AdapterLimits Limits, int Gap, int Headroom, DateTimeOffset NotBefore, IReadOnlyList<Slot> Slots, IReadOnlyList<TakenMoment> Taken);

    private sealed record Seed(int Minute, int Second, int Group, int Priority, bool Poster);

    private sealed record Message(string Address, DateTimeOffset At, bool IsImage, bool IsPlanned);
}
