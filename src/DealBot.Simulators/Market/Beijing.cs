using System.Globalization;

namespace DealBot.Simulators.Market;

/// <summary>The platform's time: UTC+8 all year, written to the second.</summary>
internal static class Beijing
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string Format = "yyyy-MM-dd HH:mm:ss";

    public static string Write(DateTimeOffset? moment) =>
        moment?.ToOffset(Offset).ToString(Format, CultureInfo.InvariantCulture) ?? "";

    public static bool TryRead(string? text, out DateTimeOffset moment)
    {
        var read = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        moment = read ? new DateTimeOffset(local, Offset) : default;
        return read;
    }

    public static DateTimeOffset ToTheSecond(DateTimeOffset moment) =>
        new(moment.ToOffset(Offset).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, Offset);

    public static int Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime).DayNumber;

    public static DateTimeOffset StartOfDay(int day) => new(DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue), Offset);
}
