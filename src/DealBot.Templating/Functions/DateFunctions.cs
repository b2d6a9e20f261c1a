using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>date</c>, which is also a function: <c>date "2026-11-11"</c> is <c>date.parse "2026-11-11"</c>.</summary>
internal static partial class DateFunctions
{
    /// <summary>The form in which dates are printed unless <c>date.format</c> says otherwise. Templates cannot change it.</summary>
    /// <example><c>{{ date.default_format }}</c> gives <c>%d %b %Y</c></example>
    private const string DefaultFormat = "%d %b %Y";

    private const string DefaultFormatName = "default_format";

    private const string FormatName = "format";

    public static TemplateObject Build()
    {
        var table = new FunctionTable("date", TemplateFunction.From("date", Parse))
            .Value(DefaultFormatName, DefaultFormat)
            .Value(FormatName, Format);
        table.Object.MakeReadOnly(DefaultFormatName);
        AddReading(table);
        AddCalculating(table);
        return table.Object;
    }

    /// <summary>The form in which dates are printed; a template may set it for its own rendering. See <c>date.to_string</c>.</summary>
    /// <example><c>{{ date.format = "%F"; date.parse "11 Nov 2026" }}</c> gives <c>2026-11-11</c></example>
    private static string Format => DefaultFormat;

    /// <summary>A date as it is printed: in the form of <c>date.format</c>, which templates may set.</summary>
    public static string Print(RenderContext context, DateTimeOffset date) =>
        DateFormat.Format(date, CurrentFormat(context), context.Options.Culture);

    private static string CurrentFormat(RenderContext context) => context.Current(Builtins.Date)[FormatName] as string ?? DefaultFormat;

    private static string ToText(RenderContext context, DateTimeOffset date, string? pattern, CultureInfo culture)
    {
        const string invariant = "%g";
        var form = pattern switch
        {
            null => CurrentFormat(context),
            invariant => "%g " + CurrentFormat(context),
            _ => pattern,
        };
        return DateFormat.Format(date, form, culture);
    }
}
