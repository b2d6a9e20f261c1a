using DealBot.Contracts;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Gaps, jitter and tolerances are within their ranges, and leave a schedule possible.</summary>
internal static class PaceValidator
{
    private const int MostGap = 240;
    private const int MostJitter = 25;
    private const int MostEarly = 120;
    private const int MostLate = 719;
    private const int MostPriority = 9;

    /// <summary>Moments that are looked at for a gap which leaves no room; a schedule repeats itself long before.</summary>
    private const int MostMoments = 500;

    public static void Validate(ValidationScope scope)
    {
        for (var i = 0; i < scope.Configuration.Schedules.Count; i++)
        {
            CheckSchedule(scope, scope.Configuration.Schedules[i], $"$.schedules[{i}]");
        }

        for (var i = 0; i < scope.Configuration.Groups.Count; i++)
        {
            CheckGroup(scope, scope.Configuration.Groups[i], $"$.groups[{i}].minGapMinutes");
        }
    }

    private static void CheckSchedule(ValidationScope scope, Schedule schedule, string path)
    {
        var file = SchedulesFile.Name;
        Range(scope, file, $"{path}.jitterMinutes", schedule.JitterMinutes, 0, MostJitter);
        Range(scope, file, $"{path}.earlyMinutes", schedule.EarlyMinutes, 0, MostEarly);
        Range(scope, file, $"{path}.lateMinutes", schedule.LateMinutes, 0, MostLate);
        for (var i = 0; i < schedule.Rules.Count; i++)
        {
            Range(scope, file, $"{path}.rules[{i}].priority", schedule.Rules[i].Priority, 1, MostPriority);
        }

        if (schedule.MinGapMinutes is { } gap && Range(scope, file, $"{path}.minGapMinutes", gap, 0, MostGap))
        {
            CheckGap(scope, schedule, gap, file, $"{path}.minGapMinutes");
        }
    }

    private static void CheckGroup(ValidationScope scope, Group group, string path)
    {
        if (group.MinGapMinutes is { } gap
            && Range(scope, GroupsFile.Name, path, gap, 0, MostGap)
            && scope.Configuration.Schedules.FirstOrDefault(schedule => schedule.Id == group.Schedule) is { } schedule)
        {
            CheckGap(scope, schedule, gap, GroupsFile.Name, path);
        }
    }

    /// <summary>Lays the schedule's moments one after another as early as the gap lets each be. One that comes too late even so would never be posted.</summary>
    private static void CheckGap(ValidationScope scope, Schedule schedule, int gap, string file, string path)
    {
        if (gap == 0 || !SlotSeries.TryCreate(schedule, TimeZoneInfo.Utc, scope.Surroundings.ParseCron, out var series))
        {
            return;
        }

        var late = TimeSpan.FromMinutes(schedule.LateMinutes ?? scope.Surroundings.FreshMinutes - 1);
        var last = DateTimeOffset.MinValue;
        foreach (var at in series.First(MostMoments))
        {
            var earliest = at.AddMinutes(-schedule.EarlyMinutes);
            var laid = last == DateTimeOffset.MinValue || last.AddMinutes(gap) < earliest ? earliest : last.AddMinutes(gap);
            if (laid > at + late)
            {
                scope.Report(file, path, $"{gap}", new Phrase(
                    $"排期 {schedule.Id} 的时刻太密，{at:HH:mm} 这一条永远排不下",
                    $"the moments of schedule {schedule.Id} are too close: that of {at:HH:mm} would never be posted"), new Phrase(
                    "更小的间隔，或者更稀的时刻",
                    "a smaller gap, or fewer moments"));
                return;
            }

            last = laid;
        }
    }

    private static bool Range(ValidationScope scope, string file, string path, int? value, int low, int high)
    {
        if (value is null || (value >= low && value <= high))
        {
            return true;
        }

        scope.Report(file, path, $"{value}", new Phrase("超出范围", "out of range"), new Phrase($"{low} 到 {high}", $"{low} to {high}"));
        return false;
    }
}
