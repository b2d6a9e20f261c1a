using DealBot.Contracts;
using DealBot.Core.Planning;
using DealBot.Core.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using static DealBot.Core.Tests.Planning.PlanScene;

namespace DealBot.Core.Tests.Planning;

/// <summary>What holds of every plan of a bot in several groups, reckoned anew here from the moments alone.</summary>
public sealed class BotPlanProperties
{
    [Test]
    public void No_window_of_the_bot_or_of_any_group_is_exceeded_and_every_slot_is_planned_or_dropped_once() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260618), FSharpOption<int>.None))),
        Prop.ForAll(Arb.From(Days), day =>
        {
            var plan = LayForBot(day.Slots, day.Limits, notBefore: At("08:00"), earlier: day.Earlier);

            Require(plan.Slots.Count + plan.Dropped.Count == day.Slots.Count, "slots are lost or doubled");
            var sent = plan.Slots.Select(slot => (slot.Slot.Group.Address, slot.At, Messages: PostSize.Of(slot.Slot, day.Limits).Messages)).OrderBy(post => post.At).ToList();
            Within(sent.Select(post => (post.At, post.Messages)), day.Limits.MessagesPerMinute, "of the bot");
            foreach (var group in sent.GroupBy(post => post.Address))
            {
                Within(group.Select(post => (post.At, post.Messages)), day.Limits.AddressMessagesPerMinute, $"of {group.Key}");
                AtMost(group.Sum(post => post.Messages), day.Limits.AddressMessagesPerDay, $"a day of {group.Key}");
                var before = day.Earlier.Where(moment => moment.Address == group.Key).Sum(moment => moment.Messages);
                AtMost(before + group.Sum(post => post.Messages), day.Limits.AddressMessagesPerMonth, $"a month of {group.Key}");
            }

            foreach (var (left, right) in sent.Zip(sent.Skip(1)).Where(_ => day.Limits.LeastGap > TimeSpan.FromMinutes(1)))
            {
                Require(right.At - left.At >= day.Limits.LeastGap * left.Messages, $"{left.At:HH:mm:ss} and {right.At:HH:mm:ss} are too near");
            }
        }));

    /// <summary>Two crowded hours of eight groups at four addresses.</summary>
    private static Gen<Day> Days =>
        from limits in Gen.Four(Gen.Choose(0, 8))
        from gap in Gen.Elements(0, 0, 20, 90, 150)
        from slots in Gen.ListOf(Slots, 40)
        from earlier in Gen.ListOf(Gen.Choose(0, 3), 6)
        select new Day(
            Limits(Most(limits.Item1)) with
            {
                LeastGap = gap == 0 ? null : TimeSpan.FromSeconds(gap),
                AddressMessagesPerMinute = Most(limits.Item2),
                AddressMessagesPerDay = Most(limits.Item3 * 2),
                AddressMessagesPerMonth = Most(limits.Item4 * 3),
            },
            [.. slots.DistinctBy(slot => slot.PostId)],
            [.. earlier.Select(address => new TakenMoment("preview", $"a{address}", null, At("00:00"), Messages: 1, Images: 0))]);

    private static Gen<Slot> Slots =>
        from minute in Gen.Choose(0, 119)
        from grp in Gen.Choose(0, 7)
        from poster in Gen.Elements(true, false)
        select Slot(At("09:00").AddMinutes(minute), $"g{grp}", $"a{grp % 4}", poster: poster);

    /// <summary>No limit, or one that a post with a poster fits into.</summary>
    private static int? Most(int most) => most == 0 ? null : most + 1;

    private static void Within(IEnumerable<(DateTimeOffset At, int Messages)> posts, int? most, string name)
    {
        var all = posts.ToList();
        foreach (var (start, _) in all)
        {
            AtMost(all.Where(post => post.At >= start && post.At < start.AddMinutes(1)).Sum(post => post.Messages), most, $"a minute {name}");
        }
    }

    private static void AtMost(int count, int? most, string name) => Require(most is null || count <= most, $"{count} messages {name}, {most} are allowed");

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }

    private sealed record Day(AdapterLimits Limits, IReadOnlyList<Slot> Slots, TakenMoment[] Earlier);
}
