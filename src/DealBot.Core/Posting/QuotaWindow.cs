using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>One limit of an account, or of one address of it: at most so many messages within any span of a length, or within a calendar day or month.</summary>
/// <param name="Most">How many.</param>
/// <param name="Length">The span; null for the calendar day, or month, of <paramref name="Zone"/>.</param>
/// <param name="Zone">Whose midnight begins a day and a month.</param>
/// <param name="ImagesOnly">Whether only pictures count.</param>
public sealed record QuotaWindow(int Most, TimeSpan? Length, TimeZoneInfo Zone, bool ImagesOnly = false)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Whether only messages to the same address count, not all of the account.</summary>
    public bool OfAddress { get; init; }

    /// <summary>Whether the calendar month counts and not the day; only without a <see cref="Length"/>.</summary>
    public bool OfMonth { get; init; }

    /// <summary>Messages older than this count for the window no more, in whatever zone: a day or a month may have an hour more, and no zone is more than a day away.</summary>
    public TimeSpan Reach => Length ?? TimeSpan.FromDays(OfMonth ? 33 : 2);

    /// <summary>The windows that hold for a message.</summary>
    public static IReadOnlyList<QuotaWindow> Of(AdapterLimits limits, bool isImage)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(limits.DayZone);
        QuotaWindow? Within(int? most, TimeSpan? length, bool imagesOnly = false, bool ofAddress = false, bool ofMonth = false) =>
            most is { } known ? new QuotaWindow(known, length, zone, imagesOnly) { OfAddress = ofAddress, OfMonth = ofMonth } : null;
        QuotaWindow?[] windows =
        [
            Within(limits.LeastGap > TimeSpan.Zero ? 1 : null, limits.LeastGap),
            Within(limits.MessagesPerMinute, Minute),
            Within(limits.MessagesPerHour, Hour),
            Within(limits.MessagesPerDay, null),
            Within(isImage ? limits.ImagesPerDay : null, null, imagesOnly: true),
            Within(limits.AddressMessagesPerMinute, Minute, ofAddress: true),
            Within(limits.AddressMessagesPerDay, null, ofAddress: true),
            Within(limits.AddressMessagesPerMonth, null, ofAddress: true, ofMonth: true),
        ];
        return [.. windows.OfType<QuotaWindow>()];
    }

    /// <summary>When the window no longer counts a message that was handed over at a moment.</summary>
    public DateTimeOffset FreeAfter(DateTimeOffset attempt) => Length is { } length ? attempt + length : NextBeginning(attempt);

    /// <summary>The midnight that begins the next day, or month.</summary>
    private DateTimeOffset NextBeginning(DateTimeOffset at)
    {
        var date = TimeZoneInfo.ConvertTime(at, Zone).Date;
        var midnight = OfMonth ? new DateTime(date.Year, date.Month, 1).AddMonths(1) : date.AddDays(1);

        // Where summer time begins at midnight the day begins an hour later.
        return Zone.IsInvalidTime(midnight) ? new DateTimeOffset(midnight.AddHours(1), Zone.GetUtcOffset(midnight.AddHours(1))) : new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}
