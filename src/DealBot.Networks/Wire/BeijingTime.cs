using System.Globalization;

namespace DealBot.Networks.Wire;

/// <summary>Networks write every date in Beijing time, whatever the zone of the host.</summary>
internal static class BeijingTime
{
    private const string Pattern = "yyyy-MM-dd HH:mm:ss";
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);
    private static readonly string[] Readable = [Pattern, "yyyy-MM-dd HH:mm:ss.FFF", "yyyy-MM-dd"];

    public static string Write(DateTimeOffset moment) => moment.ToOffset(Beijing).ToString(Pattern, CultureInfo.InvariantCulture);

    public static DateOnly Date(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Beijing).DateTime);

    public static DateTimeOffset? Read(string text) =>
        DateTime.TryParseExact(text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Beijing)
            : null;

    public static DateTimeOffset? ReadMilliseconds(decimal milliseconds)
    {
        var latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return milliseconds > 0 && milliseconds <= latest
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).ToOffset(Beijing)
            : null;
    }
}
