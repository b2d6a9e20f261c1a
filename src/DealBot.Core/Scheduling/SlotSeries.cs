using DealBot.Core.Configuration;

namespace DealBot.Core.Scheduling;

/// <summary>The moments of one schedule in one time zone, quiet hours left out.</summary>
internal sealed class SlotSeries
{
    private readonly IReadOnlyList<(ScheduleRule Rule, NextMoment Next)> _rules;
    private readonly QuietHours? _quiet;
    private readonly TimeZoneInfo _zone;

    public SlotSeries(Schedule schedule, TimeZoneInfo zone, ParseCron parseCron)
    {
        _zone = zone;
        _quiet = schedule.QuietHours;
        _rules = [.. schedule.Rules.Select(rule => (rule, rule.Cron is { } cron ? parseCron(cron, zone) : TimesOfDay(rule.At ?? [], zone)))];
    }

    /// <summary>Whether the schedule has any slot within eight days, enough for every weekday.</summary>
    public static bool HasSlot(Schedule schedule, ParseCron parseCron)
    {
        var start = DateTimeOffset.UnixEpoch;
        return new SlotSeries(schedule, TimeZoneInfo.Utc, parseCron).Between(start, start.AddDays(8)).Any();
    }

    /// <summary>Moments after the first and up to and including the second, in order; the first rule wins where two meet.</summary>
    public IEnumerable<(DateTimeOffset At, ScheduleRule Rule)> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var moments = new SortedDictionary<DateTimeOffset, ScheduleRule>();
        foreach (var (rule, next) in _rules)
        {
            for (var at = next(after); at is { } moment && moment <= until; at = next(moment))
            {
                if (_quiet?.Covers(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime)) != true)
                {
                    moments.TryAdd(moment, rule);
                }
            }
        }

        return moments.Select(pair => (pair.Key, pair.Value));
    }

    private static NextMoment TimesOfDay(IReadOnlyList<TimeOnly> times, TimeZoneInfo zone)
    {
        var ordered = times.Distinct().Order().ToArray();
        return after =>
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
            return Enumerable.Range(0, 3)
                .SelectMany(offset => ordered.Select(time => today.AddDays(offset).ToDateTime(time)))
                // An hour that daylight saving leaves out has no slot.
                .Where(local => !zone.IsInvalidTime(local))
                .Select(local => new DateTimeOffset(local, zone.GetUtcOffset(local)))
                .Where(moment => moment > after)
                .Select(moment => (DateTimeOffset?)moment)
                .FirstOrDefault();
        };
    }
}
