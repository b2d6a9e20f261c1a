using DealBot.Contracts;

namespace DealBot.Core.Planning;

/// <summary>The windows that an account, or one of its addresses, is laid against.</summary>
/// <param name="Zone">Whose midnight begins a day and a month.</param>
internal sealed record LoadLimits(TimeZoneInfo Zone)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public int? PerMinute { get; private init; }

    public int? PerHour { get; private init; }

    public int? PerDay { get; private init; }

    public int? PerMonth { get; private init; }

    public int? ImagesPerDay { get; private init; }

    /// <summary>Least time between two messages, if it is longer than a minute. A shorter one is a limit of messages a minute: the plan need not be finer.</summary>
    public TimeSpan? Gap { get; private init; }

    public bool HasDays => PerDay is not null || ImagesPerDay is not null;

    public static LoadLimits? OfAccount(AdapterLimits? limits) => limits is null ? null : new LoadLimits(ZoneOf(limits))
    {
        PerMinute = limits.LeastGap is { } gap && gap > TimeSpan.Zero && gap <= Minute
            ? Math.Min(limits.MessagesPerMinute ?? int.MaxValue, (int)(Minute / gap))
            : limits.MessagesPerMinute,
        PerHour = limits.MessagesPerHour,
        PerDay = limits.MessagesPerDay,
        ImagesPerDay = limits.ImagesPerDay,
        Gap = limits.LeastGap > Minute ? limits.LeastGap : null,
    };

    public static LoadLimits? OfAddress(AdapterLimits? limits) => limits is null ? null : new LoadLimits(ZoneOf(limits))
    {
        PerMinute = limits.AddressMessagesPerMinute,
        PerDay = limits.AddressMessagesPerDay,
        PerMonth = limits.AddressMessagesPerMonth,
    };

    private static TimeZoneInfo ZoneOf(AdapterLimits limits) => TimeZoneInfo.FindSystemTimeZoneById(limits.DayZone);
}
