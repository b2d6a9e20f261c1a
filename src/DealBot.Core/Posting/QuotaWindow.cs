using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>One limit of an account: at most so many messages within any span of a length, or within a calendar day.</summary>
/// <param name="Most">How many.</param>
/// <param name="Length">The span; null for the calendar day of <paramref name="Zone"/>.</param>
/// <param name="Zone">Whose midnight begins a day.</param>
/// <param name="ImagesOnly">Whether only pictures count.</param>
public sealed record QuotaWindow(int Most, TimeSpan? Length, TimeZoneInfo Zone, bool ImagesOnly = false)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The windows that hold for a message.</summary>
    public static IReadOnlyList<QuotaWindow> Of(AdapterLimits limits, bool isImage)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(limits.DayZone);
        (int? Most, TimeSpan? Length, bool ImagesOnly)[] windows =
        [
            (limits.MessagesPerMinute, Minute, false),
            (limits.MessagesPerHour, Hour, false),
            (limits.MessagesPerDay, null, false),
            (isImage ? limits.ImagesPerDay : null, null, true),
        ];
        return [.. windows.Where(window => window.Most is not null).Select(window => new QuotaWindow(window.Most!.Value, window.Length, zone, window.ImagesOnly))];
    }

    /// <summary>When the window no longer counts a message that was handed over at a moment.</summary>
    public DateTimeOffset FreeAfter(DateTimeOffset attempt) => Length is { } length ? attempt + length : NextMidnight(attempt);

    private DateTimeOffset NextMidnight(DateTimeOffset at)
    {
        var midnight = TimeZoneInfo.ConvertTime(at, Zone).Date.AddDays(1);

        // Where summer time begins at midnight the day begins an hour later.
        return Zone.IsInvalidTime(midnight) ? new DateTimeOffset(midnight.AddHours(1), Zone.GetUtcOffset(midnight.AddHours(1))) : new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}
