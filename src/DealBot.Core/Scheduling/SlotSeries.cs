using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The series, unless one of the schedule's expressions can't be read.</summary>
    public static bool TryCreate(Schedule schedule, TimeZoneInfo zone, ParseCron parseCron, [NotNullWhen(true)] out SlotSeries? series)
    {
        try
        {
            series = new SlotSeries(schedule, zone, parseCron);
            return true;
        }
        catch (FormatException)
        {
            series = null;
            return false;
        }
    }

    /// <summary>The first so many moments there ever were, at most of a year.</summary>
    public IEnumerable<DateTimeOffset> First(int most)
    {
        var day = DateTimeOffset.UnixEpoch;
        return Enumerable.Range(0, 366).SelectMany(offset => Between(day.AddDays(offset).AddTicks(-1), day.AddDays(offset + 1).AddTicks(-1)))
            .Select(moment => moment.At)
            .Take(most);
    }

    /// <summary>Whether the schedule has any slot at all outside its quiet hours.</summary>
    public static bool HasSlot(Schedule schedule, ParseCron parseCron)
    {
        var series = new SlotSeries(schedule, TimeZoneInfo.Utc, parseCron);
        return series._rules.Any(rule => series.HasSlot(rule.Next));
    }

    /// <summary>Looks at the first moments of a rule, going from one that is quiet straight to the end of its quiet hours.</summary>
    private bool HasSlot(NextMoment next)
    {
        // A year of days, however far apart: a rule may hold on one day a month only, or in one year.
        const int most = 366;
        var at = next(DateTimeOffset.UnixEpoch);
        for (var looked = 0; at is { } moment && looked < most; looked++)
        {
            if (_quiet?.Covers(TimeOnly.FromDateTime(moment.UtcDateTime)) != true)
            {
                return true;
            }

            var end = moment + (_quiet.To - TimeOnly.FromDateTime(moment.UtcDateTime));
            at = next(end > moment ? end.AddTicks(-1) : moment);
        }

        return false;
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
