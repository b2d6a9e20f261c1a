using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>
/// The builtin object <c>timespan</c>. A timespan has the members days, hours, minutes, seconds, milliseconds and ticks, and total_days,
/// total_hours, total_minutes, total_seconds and total_milliseconds, which have fractions. It prints as <c>1.02:03:04</c>.
/// </summary>
internal static class TimeSpanFunctions
{
    public static TemplateObject Build() => new FunctionTable("timespan")
        .Value("zero", Zero)
        .Add("from_days", FromDays)
        .Add("from_hours", FromHours)
        .Add("from_minutes", FromMinutes)
        .Add("from_seconds", FromSeconds)
        .Add("from_milliseconds", FromMilliseconds)
        .Add("parse", Parse)
        .Object;

    /// <summary>No time at all.</summary>
    /// <example><c>{{ timespan.zero }} {{ timespan.zero.total_days }}</c> gives <c>00:00:00 0</c></example>
    private static TimeSpan Zero => TimeSpan.Zero;

    /// <summary>A timespan of so many days.</summary>
    /// <param name="days">The days; may have a fraction, and may be negative.</param>
    /// <example><c>{{ timespan.from_days 1.5 }} {{ (timespan.from_days 1.5).total_hours }}</c> gives <c>1.12:00:00 36</c></example>
    private static TimeSpan FromDays(double days) => Of(days, TimeSpan.TicksPerDay);

    /// <summary>A timespan of so many hours.</summary>
    /// <param name="hours">The hours; may have a fraction.</param>
    /// <example><c>{{ timespan.from_hours 26 }} {{ (timespan.from_hours 26).hours }}</c> gives <c>1.02:00:00 2</c></example>
    private static TimeSpan FromHours(double hours) => Of(hours, TimeSpan.TicksPerHour);

    /// <summary>A timespan of so many minutes.</summary>
    /// <param name="minutes">The minutes; may have a fraction.</param>
    /// <example><c>{{ timespan.from_minutes 90 }}</c> gives <c>01:30:00</c></example>
    private static TimeSpan FromMinutes(double minutes) => Of(minutes, TimeSpan.TicksPerMinute);

    /// <summary>A timespan of so many seconds.</summary>
    /// <param name="seconds">The seconds; may have a fraction.</param>
    /// <example><c>{{ timespan.from_seconds 61 }} {{ timespan.from_seconds (-5) }}</c> gives <c>00:01:01 -00:00:05</c></example>
    private static TimeSpan FromSeconds(double seconds) => Of(seconds, TimeSpan.TicksPerSecond);

    /// <summary>A timespan of so many milliseconds.</summary>
    /// <param name="millis">The milliseconds.</param>
    /// <example><c>{{ (timespan.from_milliseconds 1500).total_seconds }}</c> gives <c>1.5</c></example>
    private static TimeSpan FromMilliseconds(double millis) => Of(millis, TimeSpan.TicksPerMillisecond);

    /// <summary>The timespan that a text shows.</summary>
    /// <param name="text">Days, hours, minutes and seconds, such as <c>1.02:30:00</c> or <c>02:30</c>.</param>
    /// <example><c>{{ (timespan.parse "1.02:30:00").total_minutes }}</c> gives <c>1590</c></example>
    /// <example><c>{{ (date.parse "2026-11-11 08:00") + (timespan.parse "02:30") | date.to_string "%R" }}</c> gives <c>10:30</c></example>
    private static TimeSpan Parse(string text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
        ? span
        : throw new FunctionFailure($"`{text}` is not a timespan, such as `1.02:30:00` or `02:30`.");

    private static TimeSpan Of(double count, long ticksOfOne)
    {
        var ticks = count * ticksOfOne;
        if (!(Math.Abs(ticks) < long.MaxValue))
            throw new FunctionFailure("The timespan is too long.");
        return new TimeSpan((long)ticks);
    }
}
