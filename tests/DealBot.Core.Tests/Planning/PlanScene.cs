using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;
using DealBot.Core.Planning;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Tests.Planning;

/// <summary>Slots, limits and moments of which a test says only what matters to it. Without a word there are neither limits nor gaps nor jitter.</summary>
internal static class PlanScene
{
    public static readonly DateTimeOffset Midnight = Some.Shanghai("2026-06-01 00:00");

    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(20);

    public static readonly SlotPace Pace = new();

    public static DateTimeOffset At(string clock) => Midnight + TimeOnly.Parse(clock, CultureInfo.InvariantCulture).ToTimeSpan();

    public static Slot Slot(string clock, string group = "g", string account = "robot", SlotPace? pace = null, bool poster = false, bool campaign = false) =>
        Slot(At(clock), group, account, pace, poster, campaign);

    public static Slot Slot(DateTimeOffset at, string group = "g", string account = "robot", SlotPace? pace = null, bool poster = false, bool campaign = false) => new(
        Some.Group(group, account),
        at,
        Some.Plan() with { Poster = poster ? "posters/classic.sbn-svg" : null, Pace = pace ?? Pace, Campaign = campaign ? Campaign : null });

    public static TakenMoment Taken(string clock, string? group = null, string account = "robot", int messages = 1, int images = 0) =>
        new("preview", account, group, At(clock), messages, images);

    public static TakenMoment Taken(PlannedSlot planned)
    {
        var size = PostSize.Of(planned.Slot, Limits());
        return new TakenMoment(planned.Slot.Group.Adapter, planned.Slot.Group.Address, planned.Slot.Group.Id, planned.At, size.Messages, size.Images);
    }

    public static AdapterLimits Limits(int? minute = null, int? hour = null, int? day = null, int? images = null) => new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image,
        TextLength = 2048,
        MessagesPerMinute = minute,
        MessagesPerHour = hour,
        MessagesPerDay = day,
        ImagesPerDay = images,
    };

    public static DayPlan Lay(
        IReadOnlyList<Slot> slots, AdapterLimits? limits = null, IReadOnlyList<TakenMoment>? taken = null, DateTimeOffset? notBefore = null, int headroom = 0) =>
        DayPlanner.Lay(slots, taken ?? [], notBefore ?? Midnight, new PlanLimits((_, _) => limits, Fresh, headroom));

    /// <summary>The same with one bot that posts to every address.</summary>
    public static DayPlan LayForBot(
        IReadOnlyList<Slot> slots, AdapterLimits limits, IReadOnlyList<TakenMoment>? taken = null, DateTimeOffset? notBefore = null, int headroom = 0, params TakenMoment[] earlier) =>
        DayPlanner.Lay(slots, taken ?? [], notBefore ?? Midnight, new PlanLimits((_, _) => limits, Fresh, headroom)
        {
            AccountOf = (adapter, _) => new AccountKey(adapter, "bot"),
            Earlier = earlier,
        });

    /// <summary>Moments as <c>group HH:mm</c>, for comparing.</summary>
    public static IEnumerable<string> Clocks(DayPlan plan) => plan.Slots.Select(slot => $"{slot.Slot.Group.Id} {slot.At:HH:mm}");

    private static Campaign Campaign { get; } = new() { Id = "c618", Name = "618", From = new DateOnly(2026, 6, 1), To = new DateOnly(2026, 6, 1) };
}
