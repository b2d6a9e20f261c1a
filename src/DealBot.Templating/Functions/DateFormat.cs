using System.Globalization;
using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Formats of the strftime family: <c>%Y-%m-%d</c>.</summary>
internal static class DateFormat
{
    public static string Format(DateTimeOffset date, string pattern, CultureInfo culture)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i == pattern.Length - 1)
                result.Append(pattern[i]);
            else if (pattern[++i] == 'g')
                culture = CultureInfo.InvariantCulture;
            else
                result.Append(Part(date, pattern[i], culture) ?? "%" + pattern[i]);
        }

        return result.ToString();
    }

    /// <summary>The pattern in the form .NET parses; blank-padded parts may have one digit or two.</summary>
    public static string[] ToExactPatterns(string pattern, CultureInfo culture)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
                result.Append(char.IsWhiteSpace(pattern[i]) ? "" : "\\").Append(pattern[i]);
            else if (pattern[++i] != 'g')
                result.Append(ParsePattern(pattern[i], culture) ?? throw new FunctionFailure($"The pattern `%{pattern[i]}` is not supported for the parse method."));
        }

        return [result.ToString(), result.ToString().Replace("MM", "M", StringComparison.Ordinal).Replace("dd", "d", StringComparison.Ordinal)];
    }

    private static string? ParsePattern(char code, CultureInfo culture) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'd' => "dd",
        'e' => "d",
        'H' => "HH",
        'I' => "hh",
        'k' => "H",
        'l' => "h",
        'L' => "fff",
        'N' => "fffffff'00'",
        'm' => "MM",
        'M' => "mm",
        'p' or 'P' => "tt",
        'S' => "ss",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        'D' => "MM/dd/yy",
        'F' => "yyyy-MM-dd",
        'T' => "HH:mm:ss",
        'R' => "HH:mm",
        'r' => "hh:mm:ss tt",
        'c' => "ddd MMM d HH:mm:ss yyyy",
        'v' => "d-MMM-yyyy",
        'x' => culture.DateTimeFormat.ShortDatePattern,
        'X' => culture.DateTimeFormat.LongTimePattern,
        'n' => "\n",
        't' => "\t",
        '%' => "'%'",
        _ => null,
    };

    private static string? Part(DateTimeOffset date, char code, CultureInfo culture) => code switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'c' => Format(date, "%a %b %e %T %Y", culture),
        'D' => Format(date, "%m/%d/%y", culture),
        'F' => Format(date, "%Y-%m-%d", culture),
        'p' => HalfOfDay(date, culture),
        'P' => HalfOfDay(date, culture).ToLowerInvariant(),
        'r' => Format(date, "%I:%M:%S %p", culture),
        'R' => Format(date, "%H:%M", culture),
        'T' => Format(date, "%H:%M:%S", culture),
        'v' => Format(date, "%e-%b-%Y", CultureInfo.InvariantCulture).ToUpperInvariant(),
        'x' => date.ToString("d", culture),
        'X' => date.ToString("T", culture),
        'Z' => date.ToString("zzz", CultureInfo.InvariantCulture),
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        _ => Number(date, code),
    };

    private static string? Number(DateTimeOffset date, char code) => code switch
    {
        'C' => Digits(date.Year / 100, 2),
        'd' => Digits(date.Day, 2),
        'e' => Digits(date.Day, 2, ' '),
        'H' => Digits(date.Hour, 2),
        'I' => Digits(TwelveHours(date), 2),
        'j' => Digits(date.DayOfYear, 3),
        'k' => Digits(date.Hour, 2, ' '),
        'l' => Digits(TwelveHours(date), 2, ' '),
        'L' => Digits(date.Millisecond, 3),
        'm' => Digits(date.Month, 2),
        'M' => Digits(date.Minute, 2),
        'N' => Digits(date.Ticks % TimeSpan.TicksPerSecond * 100, 9),
        's' => Digits(date.ToUnixTimeSeconds(), 1),
        'S' => Digits(date.Second, 2),
        'u' => Digits(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1),
        'U' => Digits((date.DayOfYear + 6 - (int)date.DayOfWeek) / 7, 2),
        'V' => Digits(ISOWeek.GetWeekOfYear(date.DateTime), 2),
        'W' => Digits((date.DayOfYear + 6 - (((int)date.DayOfWeek + 6) % 7)) / 7, 2),
        'w' => Digits((int)date.DayOfWeek, 1),
        'y' => Digits(date.Year % 100, 2),
        'Y' => Digits(date.Year, 4),
        _ => null,
    };

    /// <summary>Cultures without names for the halves of the day get the English ones.</summary>
    private static string HalfOfDay(DateTimeOffset date, CultureInfo culture) => date.ToString("tt", culture) is { Length: > 0 } text
        ? text
        : date.ToString("tt", CultureInfo.InvariantCulture);

    private static int TwelveHours(DateTimeOffset date) => date.Hour % 12 == 0 ? 12 : date.Hour % 12;

    private static string Digits(long value, int width, char padding = '0') => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, padding);
}
