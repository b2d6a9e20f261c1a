using System.Globalization;
using HandlebarsDotNet;

namespace DealBot.Benchmarks.Templates;

/// <summary>Handlebars.Net set up to write what DealBot's engine writes: plain text, invariant numbers, and the few functions that the cases call.</summary>
internal static class HandlebarsEngine
{
    public static IHandlebars Create()
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture });
        engine.RegisterHelper("truncate", (writer, _, arguments) =>
            writer.WriteSafeString(Truncate((string)arguments[0]!, Convert.ToInt32(arguments[1], CultureInfo.InvariantCulture))));
        engine.RegisterHelper("format", (writer, _, arguments) =>
            writer.WriteSafeString(((decimal)arguments[0]!).ToString((string)arguments[1]!, CultureInfo.InvariantCulture)));
        engine.RegisterHelper("short_link", (writer, _, arguments) =>
            writer.WriteSafeString(PromoLine.ShortLink((string)arguments[0]!)));
        return engine;
    }

    private static string Truncate(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 3), "...");
}
