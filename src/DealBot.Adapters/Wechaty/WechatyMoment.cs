using Google.Protobuf.WellKnownTypes;

namespace DealBot.Adapters.Wechaty;

/// <summary>Moments as puppets give them: some count seconds and some milliseconds, where the protocol has one field for both.</summary>
internal static class WechatyMoment
{
    /// <summary>As seconds this is the year 5138, as milliseconds 1973.</summary>
    private const double LeastMilliseconds = 100_000_000_000;

    /// <summary>The moment, or the present where there is none that could be.</summary>
    public static DateTimeOffset From(double? count, DateTimeOffset now)
    {
        var milliseconds = count < LeastMilliseconds ? count * 1000 : count;
        return milliseconds > 0 && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : now;
    }

    /// <summary>The same of a field that the service has filled with milliseconds, whatever the puppet meant.</summary>
    public static DateTimeOffset From(Timestamp? stamp, DateTimeOffset now) =>
        From(stamp is null ? null : (stamp.Seconds * 1000.0) + (stamp.Nanos / 1_000_000), now);
}
