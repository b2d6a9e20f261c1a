using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>timespan</c>.</summary>
internal static class TimeSpanFunctions
{
    public static TemplateObject Build() => new FunctionTable("timespan")
        .Value("zero", TimeSpan.Zero)
        .Add("from_days", (double days) => TimeSpan.FromDays(days))
        .Add("from_hours", (double hours) => TimeSpan.FromHours(hours))
        .Add("from_minutes", (double minutes) => TimeSpan.FromMinutes(minutes))
        .Add("from_seconds", (double seconds) => TimeSpan.FromSeconds(seconds))
        .Add("from_milliseconds", (double millis) => TimeSpan.FromMilliseconds(millis))
        .Add("parse", (string text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new FunctionFailure($"`{text}` is not a timespan."))
        .Object;
}
