using System.Globalization;
using System.Text.RegularExpressions;

namespace DealBot.Core.Bot;

/// <summary>How long a pause is to last: 2小时, 两小时, 30分钟, 半小时, 1天, 到 18:00, 2 hours, half an hour, until 18:00; without any, until the owner ends it.</summary>
/// <param name="Span">A length; null if an end is given, or none.</param>
/// <param name="Until">The local time of day at which it ends; null if a length is given, or none.</param>
public readonly partial record struct PauseLength(TimeSpan? Span, TimeOnly? Until)
{
    /// <summary>Each at the place that it counts; 两 and 兩 are 2 as well.</summary>
    private const string Numerals = "零一二三四五六七八九十";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Reads an argument; false if it is no length.</summary>
    public static bool TryRead(string text, out PauseLength length)
    {
        length = default;
        var said = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        if (said.Length == 0)
        {
            return true;
        }

        if (End().Match(said) is { Success: true } end)
        {
            var clock = end.Groups["time"].Value.Replace('点', ':').Replace('點', ':').TrimEnd(':');
            var isTime = TimeOnly.TryParseExact(
                clock.Contains(':', StringComparison.Ordinal) ? clock : clock + ":00", ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var until);
            length = new PauseLength(null, until);
            return isTime;
        }

        if (For().Match(said) is not { Success: true } match)
        {
            return false;
        }

        var minutes = NumberOf(match) * match.Groups["unit"].Value[0] switch { '天' or 'd' => 24 * 60, '分' or 'm' => 1, _ => 60 };
        length = new PauseLength(TimeSpan.FromMinutes((double)minutes), null);
        return minutes >= 1 && length.Span <= Longest;
    }

    /// <summary>When a pause ends that was ordered at a moment; null if only the owner ends it.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (Until is not { } time)
        {
            return at + Span;
        }

        var local = TimeZoneInfo.ConvertTime(at, zone);
        var end = DateOnly.FromDateTime(local.DateTime).ToDateTime(time);
        end = end > local.DateTime ? end : end.AddDays(1);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    private static decimal NumberOf(Match match) => match switch
    {
        _ when match.Groups["half"].Success => 0.5m,
        _ when match.Groups["word"] is { Success: true } word => Numerals.IndexOf(word.Value, StringComparison.Ordinal) is var number and > 0 ? number : 2,
        _ => decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^(到|至|until|till)(?<time>[0-9]{1,2}(:[0-9]{2}|[点點]([0-9]{2})?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex("^((?<half>半|half(an)?)|(?<word>[一二两兩三四五六七八九十])|(?<number>[0-9]{1,4}(\\.[0-9])?))[个個]?(?<unit>小[时時]|[钟鐘][头頭]|分[钟鐘]?|天|h(ours?)?|m(in(ute)?s?)?|d(ays?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex For();
}
