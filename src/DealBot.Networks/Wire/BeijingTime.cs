using System.Globalization;

namespace DealBot.Networks.Wire;

/// <summary>Networks write every date in Beijing time, whatever the zone of the host.</summary>
internal static class BeijingTime
{
    private const string Pattern = "yyyy-MM-dd HH:mm:ss";
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);
    private static readonly long LatestMilliseconds = (DateTimeOffset.MaxValue - Beijing).ToUnixTimeMilliseconds();
    private static readonly string[] Readable = [Pattern, "yyyy-MM-dd HH:mm:ss.FFF", "yyyy-MM-dd"];

    public static string Write(DateTimeOffset moment) => moment.ToOffset(Beijing).ToString(Pattern, CultureInfo.InvariantCulture);

    public static DateOnly Date(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Beijing).DateTime);

    /// <summary>Null for what is no date, and for 0001-01-01, which is how some say that there is none and which Beijing had before the calendar began.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTime.TryParseExact(text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Ticks >= Beijing.Ticks
            ? new DateTimeOffset(local, Beijing)
            : null;

    /// <summary>Null also beyond the calendar: the last second of 9999 is how some say that there is no end, and in Beijing it is over.</summary>
    public static DateTimeOffset? ReadMilliseconds(decimal milliseconds) => milliseconds > 0 && milliseconds <= LatestMilliseconds
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).ToOffset(Beijing)
        : null;
}
