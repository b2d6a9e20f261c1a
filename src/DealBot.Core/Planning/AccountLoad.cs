using System.Runtime.InteropServices;
using DealBot.Contracts;

namespace DealBot.Core.Planning;

/// <summary>What is laid on one account.</summary>
internal sealed class AccountLoad
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SlidingLoad _messages = new();
    private readonly Dictionary<DateOnly, DayLoad> _days = [];

    /// <summary>Moments that had no room for so many messages. They never get any again, so a crowded account is not searched anew for each slot.</summary>
    private readonly Dictionary<DateTimeOffset, (int Messages, Obstacle Obstacle)> _full = [];

    private readonly TimeZoneInfo _zone;
    private readonly int _headroomPercent;

    public AccountLoad(AdapterLimits? limits, int headroomPercent)
    {
        Limits = limits;
        _headroomPercent = headroomPercent;
        _zone = limits is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(limits.DayZone);
    }

    public AdapterLimits? Limits { get; }

    /// <summary>How much of a limit the plan may use.</summary>
    public int Usable(int most) => most - (most * _headroomPercent / 100);

    /// <summary>The first limit that a post at the moment would exceed; <see cref="Obstacle.None"/> if it fits.</summary>
    public Obstacle At(DateTimeOffset at, PostSize size)
    {
        if (Limits is null)
        {
            return Obstacle.None;
        }

        if (_full.TryGetValue(at, out var full) && size.Messages >= full.Messages)
        {
            return full.Obstacle;
        }

        var obstacle = Reckon(Limits, at, size);
        if (obstacle is not (Obstacle.None or Obstacle.Images))
        {
            _full[at] = (size.Messages, obstacle);
        }

        return obstacle;
    }

    public void Add(DateTimeOffset at, PostSize size)
    {
        _messages.Add(at, size.Messages);
        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, DayOf(at), out _);
        day = day with { Messages = day.Messages + size.Messages, Images = day.Images + size.Images };
    }

    /// <summary>Counts a post as wanted on a day, whether it finds a place or not.</summary>
    public void Want(DateTimeOffset at, PostSize size)
    {
        if (Limits?.MessagesPerDay is not null || Limits?.ImagesPerDay is not null)
        {
            ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, DayOf(at), out _);
            day = day with { WantedMessages = day.WantedMessages + size.Messages, WantedImages = day.WantedImages + size.Images };
        }
    }

    /// <summary>What the account's day holds.</summary>
    public DayLoad DayAt(DateTimeOffset at) => _days.GetValueOrDefault(DayOf(at));

    /// <summary>Most messages and pictures of any day.</summary>
    public (int Messages, int Images) BusiestDay() =>
        _days.Count == 0 ? default : (_days.Values.Max(day => day.Messages), _days.Values.Max(day => day.Images));

    /// <summary>Most messages within any minute, or any hour.</summary>
    public int Busiest(bool hour) => _messages.Busiest(hour ? Hour : Minute);

    private Obstacle Reckon(AdapterLimits limits, DateTimeOffset at, PostSize size)
    {
        var day = limits.MessagesPerDay is null && limits.ImagesPerDay is null ? default : _days.GetValueOrDefault(DayOf(at));
        return limits.MessagesPerDay is { } daily && day.Messages + size.Messages > Usable(daily) ? Obstacle.Day
            : size.Images > 0 && limits.ImagesPerDay is { } images && day.Images + size.Images > Usable(images) ? Obstacle.Images
            : limits.MessagesPerHour is { } hourly && !_messages.HasRoom(at, size.Messages, Hour, Usable(hourly)) ? Obstacle.Hour
            : limits.MessagesPerMinute is { } most && !_messages.HasRoom(at, AtOnce(size.Messages, most), Minute, Usable(most)) ? Obstacle.Minute
            : Obstacle.None;
    }

    /// <summary>A post larger than a whole minute allows still gets a minute for itself: its messages are then sent one minute after another.</summary>
    private int AtOnce(int messages, int most) => Math.Min(messages, Usable(most));

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>What a day of the platform holds, and what was to be laid on it.</summary>
    internal readonly record struct DayLoad(int Messages, int Images, int WantedMessages, int WantedImages);
}
