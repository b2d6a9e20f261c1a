namespace DealBot.Storage;

/// <summary>Moments as the database keeps them: milliseconds since 1970 UTC.</summary>
internal static class Moments
{
    private const long HourMilliseconds = 3_600_000;

    public static DateTimeOffset From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>Start of the hour that a moment lies in.</summary>
    public static long HourOf(long milliseconds) => milliseconds - (((milliseconds % HourMilliseconds) + HourMilliseconds) % HourMilliseconds);

    public static long HourOf(DateTimeOffset moment) => HourOf(moment.ToUnixTimeMilliseconds());
}
