using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Dates before and after a date.</remarks>
internal static partial class DateFunctions
{
    private static void AddCalculating(FunctionTable table) => table
        .Add("add_days", AddDays)
        .Add("add_months", AddMonths)
        .Add("add_years", AddYears)
        .Add("add_hours", AddHours)
        .Add("add_minutes", AddMinutes)
        .Add("add_seconds", AddSeconds)
        .Add("add_milliseconds", AddMilliseconds);

    /// <summary>The date so many days later, or earlier for a negative number.</summary>
    /// <param name="date">The date.</param>
    /// <param name="days">The days; may have a fraction.</param>
    /// <example><c>{{ date.parse "2026-02-27" | date.add_days 2 }}</c> gives <c>01 Mar 2026</c></example>
    /// <example><c>{{ date.parse "2026-03-01" | date.add_days (-1) }}</c> gives <c>28 Feb 2026</c></example>
    private static DateTimeOffset AddDays(DateTimeOffset date, double days) => Later(date, days, static (from, by) => from.AddDays(by));

    /// <summary>The date so many months later; on the last day when the month has no such day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="months">The months.</param>
    /// <example><c>{{ date.parse "2026-01-31" | date.add_months 1 }}</c> gives <c>28 Feb 2026</c></example>
    private static DateTimeOffset AddMonths(DateTimeOffset date, int months) => Later(date, months, static (from, by) => from.AddMonths(by));

    /// <summary>The date so many years later; on the last day when the month has no such day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="years">The years.</param>
    /// <example><c>{{ date.parse "2028-02-29" | date.add_years 1 }}</c> gives <c>28 Feb 2029</c></example>
    private static DateTimeOffset AddYears(DateTimeOffset date, int years) => Later(date, years, static (from, by) => from.AddYears(by));

    /// <summary>The date so many hours later.</summary>
    /// <param name="date">The date.</param>
    /// <param name="hours">The hours; may have a fraction.</param>
    /// <example><c>{{ date.parse "2026-11-11 23:00" | date.add_hours 1.5 | date.to_string "%F %R" }}</c> gives <c>2026-11-12 00:30</c></example>
    private static DateTimeOffset AddHours(DateTimeOffset date, double hours) => Later(date, hours, static (from, by) => from.AddHours(by));

    /// <summary>The date so many minutes later.</summary>
    /// <param name="date">The date.</param>
    /// <param name="minutes">The minutes; may have a fraction.</param>
    /// <example><c>{{ date.parse "2026-11-11 10:50" | date.add_minutes 15 | date.to_string "%R" }}</c> gives <c>11:05</c></example>
    private static DateTimeOffset AddMinutes(DateTimeOffset date, double minutes) => Later(date, minutes, static (from, by) => from.AddMinutes(by));

    /// <summary>The date so many seconds later.</summary>
    /// <param name="date">The date.</param>
    /// <param name="seconds">The seconds; may have a fraction.</param>
    /// <example><c>{{ date.parse "2026-11-11 10:50" | date.add_seconds 90 | date.to_string "%T" }}</c> gives <c>10:51:30</c></example>
    private static DateTimeOffset AddSeconds(DateTimeOffset date, double seconds) => Later(date, seconds, static (from, by) => from.AddSeconds(by));

    /// <summary>The date so many milliseconds later.</summary>
    /// <param name="date">The date.</param>
    /// <param name="millis">The milliseconds.</param>
    /// <example><c>{{ date.parse "2026-11-11" | date.add_milliseconds 1500 | date.to_string "%S.%L" }}</c> gives <c>01.500</c></example>
    private static DateTimeOffset AddMilliseconds(DateTimeOffset date, double millis) =>
        Later(date, millis, static (from, by) => from.AddMilliseconds(by));

    private static DateTimeOffset Later<T>(DateTimeOffset date, T by, Func<DateTimeOffset, T, DateTimeOffset> add)
    {
        try
        {
            return add(date, by);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new FunctionFailure($"There is no date that lies `{by}` that way from the date given: dates go from the year 1 to 9999.");
        }
    }
}
