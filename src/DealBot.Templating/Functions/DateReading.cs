using System.Buffers;
using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Dates from text. What a text leaves out is taken from the clock of the rendering; the machine's, from which .NET would take it, decides nothing.</summary>
internal static class DateReading
{
    /// <summary>The codes of patterns that show a year.</summary>
    private static readonly SearchValues<string> YearCodes = SearchValues.Create(["%y", "%Y", "%D", "%F", "%c", "%v", "%x"], StringComparison.Ordinal);

    /// <summary>The codes of patterns that show a day or a month, and no year.</summary>
    private static readonly SearchValues<string> DateCodes = SearchValues.Create(["%d", "%e", "%m", "%b", "%B", "%h"], StringComparison.Ordinal);

    public static DateTimeOffset Parse(RenderContext context, string text, string? pattern, CultureInfo culture)
    {
        if (pattern?.Contains("%g", StringComparison.Ordinal) == true)
            culture = CultureInfo.InvariantCulture;
        var (today, zone) = (context.Options.Time.GetLocalNow().DateTime, context.Options.Time.LocalTimeZone);
        var date = (pattern is null ? ReadAny(text, culture, today) : ReadForm(text, pattern, culture, today))
            ?? throw new FunctionFailure(pattern is null ? $"`{text}` is not a date." : $"`{text}` is not a date of the form `{pattern}`.");
        return NamesZone(text, date) ? TimeZoneInfo.ConvertTime(date, zone) : new DateTimeOffset(date.DateTime, zone.GetUtcOffset(date.DateTime));
    }

    /// <summary>Reads a text of a known form, which is completed first.</summary>
    private static DateTimeOffset? ReadForm(string text, string pattern, CultureInfo culture, DateTime today)
    {
        var (missing, lead) = pattern.AsSpan().ContainsAny(YearCodes) ? ("", "")
            : pattern.AsSpan().ContainsAny(DateCodes) ? ("%Y ", today.ToString("yyyy ", culture))
            : ("%F ", today.ToString("yyyy-MM-dd ", culture));
        var forms = DateFormat.ToExactPatterns(missing + pattern, culture);
        return DateTimeOffset.TryParseExact(lead + text, forms, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;
    }

    /// <summary>Reads a text of any usual form.</summary>
    private static DateTimeOffset? ReadAny(string text, CultureInfo culture, DateTime today)
    {
        if (Read(text, culture) is not { } date)
            return null;
        if (text.Contains(date.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            return date;
        return IsTimeOnly(text, culture) ? new DateTimeOffset(today.Date + date.TimeOfDay, date.Offset) : InYearOf(today, text, culture, date) ?? date;
    }

    private static DateTimeOffset? Read(string text, CultureInfo culture) =>
        DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>The date with the year of the clock, if the text names none: one that does takes no second year.</summary>
    private static DateTimeOffset? InYearOf(DateTime today, string text, CultureInfo culture, DateTimeOffset date)
    {
        var year = today.ToString("yyyy", culture);
        return new[] { $"{text} {year}", $"{year}年{text}" }
            .Select(completed => Read(completed, culture))
            .FirstOrDefault(read => read is { } other && (other.Month, other.Day, other.TimeOfDay, other.Offset) == (date.Month, date.Day, date.TimeOfDay, date.Offset));
    }

    private static bool NamesZone(string text, DateTimeOffset date)
    {
        var end = text.AsSpan().TrimEnd();
        return date.Offset != TimeSpan.Zero || end.EndsWith("Z", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith("GMT", StringComparison.OrdinalIgnoreCase) || text.Contains("+00", StringComparison.Ordinal)
            || text.Contains("-00:00", StringComparison.Ordinal);
    }

    /// <summary>Whether a text shows no date at all; one with a zone may end up on the day after the first that there is.</summary>
    private static bool IsTimeOnly(string text, CultureInfo culture) =>
        DateTime.TryParse(text, culture, DateTimeStyles.NoCurrentDateDefault, out var date) && date < DateTime.MinValue.AddDays(2);
}
