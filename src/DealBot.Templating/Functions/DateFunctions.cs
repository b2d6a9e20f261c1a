using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>date</c>, which is also a function: <c>date "2026-11-11"</c>.</summary>
internal static class DateFunctions
{
    private const string DefaultFormat = "%d %b %Y";

    public static TemplateObject Build() => new FunctionTable("date", TemplateFunction.From("date", Parse))
        .Value("default_format", DefaultFormat)
        .Value("format", DefaultFormat)
        .Add("now", (RenderContext context) => context.Options.Time.GetLocalNow())
        .Add("utc_now", (RenderContext context) => context.Options.Time.GetUtcNow())
        .Add("parse", Parse)
        .Add("parse_to_string", ParseToString)
        .Add("to_string", ToText)
        .Add("add_days", (DateTimeOffset date, double days) => date.AddDays(days))
        .Add("add_months", (DateTimeOffset date, int months) => date.AddMonths(months))
        .Add("add_years", (DateTimeOffset date, int years) => date.AddYears(years))
        .Add("add_hours", (DateTimeOffset date, double hours) => date.AddHours(hours))
        .Add("add_minutes", (DateTimeOffset date, double minutes) => date.AddMinutes(minutes))
        .Add("add_seconds", (DateTimeOffset date, double seconds) => date.AddSeconds(seconds))
        .Add("add_milliseconds", (DateTimeOffset date, double millis) => date.AddMilliseconds(millis))
        .Object;

    /// <summary>A date as it is printed: in the form of <c>date.format</c>, which templates may set.</summary>
    public static string Print(RenderContext context, DateTimeOffset date) =>
        DateFormat.Format(date, CurrentFormat(context), context.Options.Culture);

    private static string CurrentFormat(RenderContext context) => context.Current(Builtins.Date)["format"] as string ?? DefaultFormat;

    private static DateTimeOffset? Parse(RenderContext context, string text, string? pattern = null, string? culture = null)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var format = Cultures.Find(context, culture);
        DateTimeOffset date;
        var isParsed = pattern is null
            ? DateTimeOffset.TryParse(text, format, DateTimeStyles.AssumeUniversal, out date)
            : DateTimeOffset.TryParseExact(
                text, DateFormat.ToExactPatterns(pattern), format, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out date);
        if (!isParsed)
            throw new FunctionFailure(pattern is null ? $"`{text}` is not a date." : $"`{text}` is not a date of the form `{pattern}`.");
        var namesZone = date.Offset != TimeSpan.Zero || text.EndsWith('Z') || text.Contains(
            "+00", StringComparison.Ordinal) || text.EndsWith("GMT", StringComparison.Ordinal);
        return namesZone ? date : new DateTimeOffset(date.DateTime, context.Options.Time.LocalTimeZone.GetUtcOffset(date.DateTime));
    }

    private static string? ToText(RenderContext context, object? datetime, string? pattern = null, string? culture = null) => datetime switch
    {
        DateTimeOffset date => DateFormat.Format(date, pattern is null or "%g" ? CurrentFormat(context) : pattern, Cultures.Find(context, culture)),
        null => null,
        string text => ToText(context, Parse(context, text), pattern, culture),
        _ => throw new FunctionFailure($"Expecting a date instead of `{ValueText.TypeName(datetime)}`."),
    };

    private static string? ParseToString(
        RenderContext context,
        string text,
        string? outputPattern = null,
        string? outputCulture = null,
        string? inputPattern = null,
        string? inputCulture = null) =>
        ToText(context, Parse(context, text, inputPattern, inputCulture), outputPattern, outputCulture);
}
