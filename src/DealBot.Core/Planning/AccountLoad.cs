using System.Runtime.InteropServices;
using DealBot.Contracts;

namespace DealBot.Core.Planning;

/// <summary>What is laid on one account, or on one of its addresses.</summary>
internal sealed class AccountLoad
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SlidingLoad _messages = new();
    private readonly SpacedLoad? _spaced;
    private readonly Dictionary<DateOnly, DayLoad> _days = [];
    private readonly Dictionary<DateOnly, int> _months = [];

    /// <summary>Moments that had no room for so many messages. They never get any again, so a crowded account is not searched anew for each slot.</summary>
    private readonly Dictionary<DateTimeOffset, (int Messages, Obstacle Obstacle)> _full = [];

    private readonly TimeZoneInfo _zone;
    private readonly int _headroomPercent;

    public AccountLoad(string name, LoadLimits? limits, int headroomPercent)
    {
        (Name, Limits) = (name, limits);
        _headroomPercent = headroomPercent;
        _zone = limits?.Zone ?? TimeZoneInfo.Utc;
        _spaced = limits?.Gap is { } gap ? new SpacedLoad(gap) : null;
    }

    /// <summary>What people know it by.</summary>
    public string Name { get; }

    public LoadLimits? Limits { get; }

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
        _spaced?.Add(at, size.Messages);
        AddEarlier(at, size.Messages);

        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, DayOf(at), out _);
        day = day with { Messages = day.Messages + size.Messages, Images = day.Images + size.Images };
    }

    /// <summary>Counts messages for their month alone.</summary>
    public void AddEarlier(DateTimeOffset at, int messages)
    {
        if (Limits?.PerMonth is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_months, MonthOf(at), out _) += messages;
        }
    }

    /// <summary>Counts a post as wanted on a day, whether it finds a place or not.</summary>
    public void Want(DateTimeOffset at, PostSize size)
    {
        if (Limits?.HasDays == true)
        {
            ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, DayOf(at), out _);
            day = day with { WantedMessages = day.WantedMessages + size.Messages, WantedImages = day.WantedImages + size.Images };
        }
    }

    /// <summary>What the account's day holds.</summary>
    public DayLoad DayAt(DateTimeOffset at) => _days.GetValueOrDefault(DayOf(at));

    /// <summary>Messages of the month that a moment lies in.</summary>
    public int MonthAt(DateTimeOffset at) => _months.GetValueOrDefault(MonthOf(at));

    /// <summary>Most messages and pictures of any day.</summary>
    public (int Messages, int Images) BusiestDay() =>
        _days.Count == 0 ? default : (_days.Values.Max(day => day.Messages), _days.Values.Max(day => day.Images));

    /// <summary>Most messages within any minute, or any hour.</summary>
    public int Busiest(bool hour) => _messages.Busiest(hour ? Hour : Minute);

    private Obstacle Reckon(LoadLimits limits, DateTimeOffset at, PostSize size)
    {
        var day = limits.HasDays ? _days.GetValueOrDefault(DayOf(at)) : default;
        return limits.PerMonth is { } monthly && MonthAt(at) + size.Messages > Usable(monthly) ? Obstacle.Month
            : limits.PerDay is { } daily && day.Messages + size.Messages > Usable(daily) ? Obstacle.Day
            : size.Images > 0 && limits.ImagesPerDay is { } images && day.Images + size.Images > Usable(images) ? Obstacle.Images
            : limits.PerHour is { } hourly && !_messages.HasRoom(at, size.Messages, Hour, Usable(hourly)) ? Obstacle.Hour
            : limits.PerMinute is { } most && !_messages.HasRoom(at, AtOnce(size.Messages, most), Minute, Usable(most)) ? Obstacle.Minute
            : _spaced?.HasRoom(at, size.Messages) == false ? Obstacle.LeastGap
            : Obstacle.None;
    }

    /// <summary>A post larger than a whole minute allows still gets a minute for itself: its messages are then sent one minute after another.</summary>
    private int AtOnce(int messages, int most) => Math.Min(messages, Usable(most));

    private DateOnly MonthOf(DateTimeOffset at)
    {
        var day = DayOf(at);
        return new DateOnly(day.Year, day.Month, 1);
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>What a day of the platform holds, and what was to be laid on it.</summary>
    internal readonly record struct DayLoad(int Messages, int Images, int WantedMessages, int WantedImages);
}
