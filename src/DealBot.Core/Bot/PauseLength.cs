using System.Globalization;
using System.Text.RegularExpressions;

namespace DealBot.Core.Bot;

/// <summary>How long a pause is to last: 2小时, 30分钟, 半小时, 1天, 到 18:00; without any, until the owner ends it.</summary>
/// <param name="Span">A length; null if an end is given, or none.</param>
/// <param name="Until">The local time of day at which it ends; null if a length is given, or none.</param>
public readonly partial record struct PauseLength(TimeSpan? Span, TimeOnly? Until)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Reads an argument; false if it is no length.</summary>
    public static bool TryRead(string text, out PauseLength length)
    {
        length = default;
        var said = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
        if (said.Length == 0)
        {
            return true;
        }

        if (End().Match(said) is { Success: true } end)
        {
            var clock = end.Groups["time"].Value.Replace('点', ':').TrimEnd(':');
            var isTime = TimeOnly.TryParseExact(
                clock.Contains(':', StringComparison.Ordinal) ? clock : clock + ":00", ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var until);
            length = new PauseLength(null, until);
            return isTime;
        }

        if (For().Match(said) is not { Success: true } match)
        {
            return false;
        }

        var number = match.Groups["half"].Success ? 0.5m : decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var minutes = number * match.Groups["unit"].Value[0] switch { '天' => 24 * 60, '分' => 1, _ => 60 };
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

    [GeneratedRegex("^(到|至)(?<time>[0-9]{1,2}(:[0-9]{2}|点([0-9]{2})?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex("^((?<half>半)|(?<number>[0-9]{1,4}(\\.[0-9])?))个?(?<unit>小时|钟头|分钟|分|天)$", RegexOptions.CultureInvariant)]
    private static partial Regex For();
}
