using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>The clock, and dates from and to text.</remarks>
internal static partial class DateFunctions
{
    private static void AddReading(FunctionTable table) => table
        .Add("now", Now)
        .Add("utc_now", UtcNow)
        .Add("parse", Parse)
        .Add("parse_to_string", ParseToString)
        .Add("to_string", DateToString);

    /// <summary>What the clock of the rendering shows, in its time zone.</summary>
    /// <returns>A date, whose members are year, month, day, day_of_year, day_of_week, hour, minute, second, millisecond, ticks, date and time_of_day.</returns>
    /// <example><c>{{ date.now.year }} {{ date.now | date.to_string "%H:%M %Z" }}</c> gives <c>2026 12:00 +08:00</c></example>
    private static DateTimeOffset Now(RenderContext context) => context.Options.Time.GetLocalNow();

    /// <summary>What the clock of the rendering shows, in universal time.</summary>
    /// <example><c>{{ date.utc_now | date.to_string "%H:%M %Z" }}</c> gives <c>04:00 +00:00</c></example>
    private static DateTimeOffset UtcNow(RenderContext context) => context.Options.Time.GetUtcNow();

    /// <summary>
    /// The date that a text shows, in the time zone of the rendering's clock. A text that names no zone means that one. What a text leaves
    /// out of the date is taken from the clock.
    /// </summary>
    /// <param name="text">The text; an empty one gives null.</param>
    /// <param name="pattern">Its form, as for <c>date.to_string</c>; without it, any usual form of the culture.</param>
    /// <param name="culture">The name of the culture of the text; without it, that of the rendering.</param>
    /// <example><c>{{ date.parse "2026/11/11" }}</c> gives <c>11 Nov 2026</c></example>
    /// <example><c>{{ date.parse "11--12--26" "%d--%m--%y" }}</c> gives <c>11 Dec 2026</c></example>
    /// <example><c>{{ date.parse "31/12/2026 08:30" culture: "en-GB" | date.to_string "%F %R" }}</c> gives <c>2026-12-31 08:30</c></example>
    /// <example><c>{{ date.parse "2026-11-11T01:00:00Z" | date.to_string "%R %Z" }}</c> gives <c>09:00 +08:00</c></example>
    private static object? Parse(RenderContext context, object? text, string? pattern = null, string? culture = null)
    {
        if (text is DateTimeOffset && pattern is not null)
            throw new FunctionFailure("Expecting a text instead of `datetime`: this is a date already. Did you mean `date.to_string`?");
        var shown = context.Print(context.CallSite, text);
        return shown.Length == 0 ? null : DateReading.Parse(context, shown, pattern, Cultures.Find(context, culture));
    }

    /// <summary>The date that a text shows, in another form.</summary>
    /// <param name="text">The text; an empty one gives null.</param>
    /// <param name="outputPattern">The form to print, as for <c>date.to_string</c>.</param>
    /// <param name="outputCulture">The name of the culture to print in.</param>
    /// <param name="inputPattern">The form of the text; without it, any usual one.</param>
    /// <param name="inputCulture">The name of the culture of the text.</param>
    /// <example><c>{{ "2026/11/11" | date.parse_to_string "%d.%m." }}</c> gives <c>11.11.</c></example>
    /// <example><c>{{ "11 30 2026" | date.parse_to_string "%F" input_pattern: "%m %d %Y" }}</c> gives <c>2026-11-30</c></example>
    private static string? ParseToString(
        RenderContext context,
        string text,
        string? outputPattern = null,
        string? outputCulture = null,
        string? inputPattern = null,
        string? inputCulture = null) =>
        DateToString(context, Parse(context, text, inputPattern, inputCulture), outputPattern, outputCulture);

    /// <summary>
    /// A date in a form of the strftime family. <c>%a %A</c> week day, <c>%b %B %h</c> month, <c>%c</c> date and time, <c>%C</c> century,
    /// <c>%d %e</c> day, <c>%D</c> 11/30/26, <c>%F</c> 2026-11-30, <c>%H %k</c> hour, <c>%I %l</c> hour of twelve, <c>%j</c> day of the year,
    /// <c>%L %N</c> milliseconds and nanoseconds, <c>%m</c> month, <c>%M</c> minute, <c>%n %t</c> line feed and tab, <c>%p %P</c> AM and am,
    /// <c>%r %R %T</c> times, <c>%s</c> Unix seconds, <c>%S</c> second, <c>%u %w</c> number of the week day, <c>%U %V %W</c> week,
    /// <c>%v</c> 30-NOV-2026, <c>%x %X</c> date and time as the culture has them, <c>%y %Y</c> year, <c>%Z</c> zone, <c>%%</c> percent.
    /// <c>%g</c> turns to the invariant culture; alone it stands for <c>date.format</c> after a space.
    /// </summary>
    /// <param name="datetime">The date, or a text that shows one; null gives null.</param>
    /// <param name="pattern">The form; without it, <c>date.format</c>.</param>
    /// <param name="culture">The name of a culture; without it, that of the rendering.</param>
    /// <example><c>{{ date.parse "2026-11-30 21:05" | date.to_string "%A, %e %B, %l:%M %p" }}</c> gives <c>Monday, 30 November,  9:05 PM</c></example>
    /// <example><c>{{ date.parse "2026-11-30" | date.to_string "%d %B" "fr-FR" }}</c> gives <c>30 novembre</c></example>
    /// <example><c>{{ "2026-01-01" | date.to_string "%j %U %V %W" }}</c> gives <c>001 00 01 00</c></example>
    private static string? DateToString(RenderContext context, object? datetime, string? pattern = null, string? culture = null) => datetime switch
    {
        DateTimeOffset date => ToText(context, date, pattern, Cultures.Find(context, culture)),
        null => null,
        string text => DateToString(context, Parse(context, text), pattern, culture),
        _ => throw new FunctionFailure($"Expecting a date instead of `{ValueText.TypeName(datetime)}`."),
    };
}
