using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Metrics;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>A day's plan as people look at it: what is on record, and what the configuration leads to for the rest.</summary>
/// <param name="Day">The day, by each group's own clock.</param>
/// <param name="Rows">Posts by planned moment.</param>
/// <param name="Accounts">How full the accounts are.</param>
public sealed record PlanSheet(DateOnly Day, IReadOnlyList<PlanRow> Rows, IReadOnlyList<AccountDay> Accounts)
{
    /// <summary>Whether anything of the day is on record; if not, all of it is reckoned.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>How late the day's posts were sent; null if none was.</summary>
    public Drift? Drift { get; } = Drift.Of(Rows.Select(row => row.Drift).OfType<TimeSpan>());

    /// <summary>From the first moment of the day in any group's zone up to the last: what has to be read back from the ledger.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) SpanOf(DateOnly day, DealBotConfiguration configuration)
    {
        var zones = configuration.Groups.Select(group => group.TimeZone).Append(Group.DefaultTimeZone).Distinct().Select(TimeZoneInfo.FindSystemTimeZoneById).ToList();
        return (zones.Min(zone => StartOf(day, zone)), zones.Max(zone => StartOf(day.AddDays(1), zone)));
    }

    /// <summary>Puts the day together.</summary>
    /// <param name="day">The day.</param>
    /// <param name="plan">The configuration's groups and slots.</param>
    /// <param name="archived">Posts on record of <see cref="SpanOf"/>. Without any the whole day is laid as if it were still to come.</param>
    /// <param name="now">The present.</param>
    /// <param name="limits">What accounts are allowed.</param>
    public static PlanSheet Of(
        DateOnly day, (DealBotConfiguration Configuration, SlotCalendar Calendar) plan, IReadOnlyList<ArchivedPost> archived, DateTimeOffset now, PlanLimits limits)
    {
        var (from, until) = SpanOf(day, plan.Configuration);
        var known = archived.Select(post => post.PostId).ToHashSet();
        var slots = plan.Calendar.Between(from.AddTicks(-1), until.AddTicks(-1)).Where(slot => IsOn(day, slot.Group, slot.At)).ToList();
        var isRecorded = archived.Any(post => post.SlotGroupId is not null);
        var notBefore = isRecorded ? now : from.AddDays(-1);
        var rest = slots.Where(slot => !known.Contains(slot.PostId)).ToLookup(slot => slot.At >= notBefore);
        var taken = archived.Where(post => post.State != "skipped").Select(post => Taken(post, limits)).ToList();
        var laid = DayPlanner.Lay([.. rest[true]], taken, notBefore, limits);

        var groups = plan.Configuration.Groups.ToDictionary(group => group.Id);
        IEnumerable<PlanRow> found =
        [
            .. archived.Where(post => post.SlotGroupId is { } id && groups.ContainsKey(id)).Select(post => RowOf(post, groups[post.SlotGroupId!])).Where(row => IsOn(day, row.Group, row.SlotAt)),
            .. laid.Slots.Select(slot => new PlanRow(slot.Slot.Group, slot.Slot.At, slot.At, "planned") { Moved = slot.Moved }),
            .. laid.Dropped.Select(slot => new PlanRow(slot.Slot.Group, slot.Slot.At, slot.Slot.At, "skipped") { Reason = slot.Reason.Text, ReasonCode = slot.Reason.Code }),
            .. rest[false].Select(slot => new PlanRow(slot.Group, slot.At, slot.At, PlanRow.Unrecorded)),
        ];
        var rows = found.Select(row => row with { Account = limits.AccountOf(row.Group.Adapter, row.Group.Address) });
        var ordered = rows.OrderBy(row => row.At).ThenBy(row => row.Group.Id, StringComparer.Ordinal).ToList();
        return new PlanSheet(day, ordered, AccountsOf(ordered, [.. taken, .. laid.Slots.Select(slot => Taken(slot, limits))], limits)) { IsRecorded = isRecorded };
    }

    /// <summary>The part of the day that concerns some groups, with the accounts that they post through.</summary>
    public PlanSheet Only(Func<Group, bool> wanted)
    {
        var rows = Rows.Where(row => wanted(row.Group)).ToList();
        var accounts = rows.Select(row => row.Account).ToHashSet();
        return new PlanSheet(Day, rows, [.. Accounts.Where(account => accounts.Contains(account.Account))]) { IsRecorded = IsRecorded };
    }

    /// <summary>The same day where groups are paused: what falls into a pause is going to be skipped, unless the owner ends it before.</summary>
    public PlanSheet With(IReadOnlyDictionary<string, GroupPause> pauses) => pauses.Count == 0 ? this : this with
    {
        Rows = [.. Rows.Select(row => row.State == "planned" && pauses.GetValueOrDefault(row.Group.Id)?.Holds(row.At) == true
            ? row with { Reason = Posting.SkipReason.Paused.Text, ReasonCode = Posting.SkipReason.PausedCode }
            : row)],
    };

    private static List<AccountDay> AccountsOf(List<PlanRow> rows, List<TakenMoment> moments, PlanLimits limits)
    {
        var ledger = new PlanLedger(limits);
        foreach (var moment in moments)
        {
            ledger.Take(moment);
        }

        foreach (var row in rows)
        {
            // An account all of whose posts were dropped is to be seen as well.
            ledger.Open(row.Group);
        }

        // Of the windows that hold for the account every address tells the same.
        var allowed = moments.Select(moment => (moment.Adapter, moment.Address)).Concat(rows.Select(row => (row.Group.Adapter, row.Group.Address))).Distinct()
            .GroupBy(pair => limits.AccountOf(pair.Adapter, pair.Address)).ToDictionary(account => account.Key, account => limits.Of(account.First().Adapter, account.First().Address));
        var dropped = rows.Where(row => row.HasNoRoom).CountBy(row => row.Account).ToDictionary();
        return [.. ledger.Accounts
            .OrderBy(account => account.Key.Adapter, StringComparer.Ordinal).ThenBy(account => account.Key.Name, StringComparer.Ordinal)
            .Select(account => new AccountDay(account.Key, allowed.GetValueOrDefault(account.Key))
            {
                Messages = account.Value.BusiestDay().Messages,
                Images = account.Value.BusiestDay().Images,
                BusiestMinute = account.Value.Busiest(hour: false),
                BusiestHour = account.Value.Busiest(hour: true),
                Dropped = dropped.GetValueOrDefault(account.Key),
            })];
    }

    private static PlanRow RowOf(ArchivedPost post, Group group) => new(group, post.DueAt, post.PlannedAt, post.State)
    {
        Moved = post.Moved,
        Reason = post.Reason,
        ReasonCode = post.ReasonCode,
        SentAt = post.State == "sent" && post.Resends == 0 ? post.SentAt : null,
    };

    /// <summary>What a post on record takes; one that has no messages yet is taken for a picture and a text.</summary>
    private static TakenMoment Taken(ArchivedPost post, PlanLimits limits)
    {
        var images = limits.Of(post.Adapter, post.Address)?.Kinds.HasFlag(MessageKinds.Image) == false ? 0 : 1;
        var size = post.Messages.Count == 0 ? new PostSize(1 + images, images) : new PostSize(post.Messages.Count, post.Messages.Count(message => message.IsPicture));
        return new TakenMoment(post.Adapter, post.Address, post.SlotGroupId, post.SentAt ?? post.PlannedAt, size.Messages, size.Images);
    }

    private static TakenMoment Taken(PlannedSlot slot, PlanLimits limits) =>
        TakenMoment.Of(slot.Slot, slot.At, PostSize.Of(slot.Slot, limits.Of(slot.Slot.Group.Adapter, slot.Slot.Group.Address)));

    private static bool IsOn(DateOnly day, Group group, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone)).DateTime) == day;

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
