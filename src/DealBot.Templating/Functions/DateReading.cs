using System.Buffers;
using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Dates from text.</summary>
internal static class DateReading
{
    /// <summary>The codes of patterns that show a day or a month.</summary>
    private static readonly SearchValues<string> DateCodes = SearchValues.Create(
        ["%d", "%e", "%m", "%b", "%B", "%h", "%D", "%F", "%c", "%v", "%x"], StringComparison.Ordinal);

    public static DateTimeOffset Parse(RenderContext context, string text, string? pattern, CultureInfo culture)
    {
        if (pattern?.Contains("%g", StringComparison.Ordinal) == true)
            culture = CultureInfo.InvariantCulture;
        var isParsed = TryParse(text, pattern, culture, DateTimeStyles.AssumeUniversal, out var date);
        if (!isParsed)
            throw new FunctionFailure(pattern is null ? $"`{text}` is not a date." : $"`{text}` is not a date of the form `{pattern}`.");
        var time = context.Options.Time;
        if (NamesZone(text, date))
            return TimeZoneInfo.ConvertTime(date, time.LocalTimeZone);
        var local = WithDateOfClock(time, text, pattern, date.DateTime);
        return new DateTimeOffset(local, time.LocalTimeZone.GetUtcOffset(local));
    }

    private static bool TryParse(string text, string? pattern, CultureInfo culture, DateTimeStyles style, out DateTimeOffset date) => pattern is null
        ? DateTimeOffset.TryParse(text, culture, style, out date)
        : DateTimeOffset.TryParseExact(text, DateFormat.ToExactPatterns(pattern, culture), culture, style | DateTimeStyles.AllowWhiteSpaces, out date);

    private static bool NamesZone(string text, DateTimeOffset date)
    {
        var end = text.AsSpan().TrimEnd();
        return date.Offset != TimeSpan.Zero || end.EndsWith("Z", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith("GMT", StringComparison.OrdinalIgnoreCase) || text.Contains("+00", StringComparison.Ordinal)
            || text.Contains("-00:00", StringComparison.Ordinal);
    }

    /// <summary>.NET fills in what a text leaves out by the clock of the machine, which is not the clock of the rendering.</summary>
    private static DateTime WithDateOfClock(TimeProvider time, string text, string? pattern, DateTime date)
    {
        var twoDigits = (date.Year % 100).ToString("00", CultureInfo.InvariantCulture);
        if (text.Contains(twoDigits, StringComparison.Ordinal))
            return date;
        var today = time.GetLocalNow().Date;
        var machine = DateTime.Today;
        if (date.Year != machine.Year)
            return date;
        if (pattern is null ? IsTimeOnly(text) : !pattern.AsSpan().ContainsAny(DateCodes))
            return today + date.TimeOfDay;
        var day = Math.Min(date.Day, DateTime.DaysInMonth(today.Year, date.Month));
        return new DateTime(today.Year, date.Month, day) + date.TimeOfDay;
    }

    private static bool IsTimeOnly(string text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var date) && date.Date == DateTime.MinValue;
}
