using System.Runtime.InteropServices;
using DealBot.Contracts;

namespace DealBot.Core.Planning;

/// <summary>
/// What is laid on one account. Messages are counted by minute, those on the minute apart from those within it: no span of sixty seconds
/// holds more than a minute's messages and what the minute before has within it, so that windows are checked without looking at single posts.
/// </summary>
internal sealed class AccountLoad
{
    private const int Minute = 1;
    private const int Hour = 60;
    private const long MinuteMilliseconds = 60_000;

    private readonly Dictionary<long, MinuteLoad> _minutes = [];
    private readonly Dictionary<DateOnly, DayLoad> _days = [];

    /// <summary>Minutes that had no room for so many messages. They never get any again, so a crowded account is not searched anew for each slot.</summary>
    private readonly Dictionary<long, (int Messages, Obstacle Obstacle)> _full = [];
    private readonly TimeZoneInfo _zone;
    private readonly int _headroomPercent;
    private int _total;

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

        var (minute, isOff) = Split(at);
        if (!isOff && _full.TryGetValue(minute, out var full) && size.Messages >= full.Messages)
        {
            return full.Obstacle;
        }

        var obstacle = Reckon(Limits, at, size);
        if (!isOff && obstacle is not (Obstacle.None or Obstacle.Images))
        {
            _full[minute] = (size.Messages, obstacle);
        }

        return obstacle;
    }

    public void Add(DateTimeOffset at, PostSize size)
    {
        var (minute, isOff) = Split(at);
        ref var load = ref CollectionsMarshal.GetValueRefOrAddDefault(_minutes, minute, out _);
        load = isOff ? load with { Within = load.Within + size.Messages } : load with { On = load.On + size.Messages };
        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, DayOf(at), out _);
        day = day with { Messages = day.Messages + size.Messages, Images = day.Images + size.Images };
        _total += size.Messages;
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

    /// <summary>Most messages within any minute, or any hour.</summary>
    public int Busiest(bool hour) => _minutes.Count == 0 ? 0 : _minutes.Keys.Max(minute => Sum(minute, hour ? Hour : Minute));

    private Obstacle Reckon(AdapterLimits limits, DateTimeOffset at, PostSize size)
    {
        var day = limits.MessagesPerDay is null && limits.ImagesPerDay is null ? default : _days.GetValueOrDefault(DayOf(at));
        return Exceeds(limits.MessagesPerDay, day.Messages + size.Messages) ? Obstacle.Day
            : size.Images > 0 && Exceeds(limits.ImagesPerDay, day.Images + size.Images) ? Obstacle.Images
            : Exceeds(limits.MessagesPerHour, Hour, at, size.Messages) ? Obstacle.Hour
            : Exceeds(limits.MessagesPerMinute, Minute, at, size.Messages) ? Obstacle.Minute
            : Obstacle.None;
    }

    private bool Exceeds(int? most, int messages) => most is { } limit && messages > Usable(limit);

    private bool Exceeds(int? most, int length, DateTimeOffset at, int messages)
    {
        if (most is not { } limit || _total + messages <= Usable(limit))
        {
            return false;
        }

        // A post larger than a whole minute allows still gets a minute for itself: its messages are then sent one minute after another.
        var room = Usable(limit) - (length == Minute ? Math.Min(messages, Usable(limit)) : messages);
        var (minute, isOff) = Split(at);
        var start = minute - length + 1;
        var sum = Sum(start, length);
        for (var last = isOff ? minute + 1 : minute; start <= last; start++)
        {
            if (sum > room)
            {
                return true;
            }

            sum += Load(start + length).All - Load(start).On - Load(start - 1).Within;
        }

        return false;
    }

    /// <summary>Messages from a minute on for so many minutes, with what the minute before has within it.</summary>
    private int Sum(long start, int length)
    {
        var sum = Load(start - 1).Within;
        for (var minute = start; minute < start + length; minute++)
        {
            sum += Load(minute).All;
        }

        return sum;
    }

    private MinuteLoad Load(long minute) => _minutes.GetValueOrDefault(minute);

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private static (long Minute, bool IsOff) Split(DateTimeOffset at)
    {
        var (minute, rest) = Math.DivRem(at.ToUnixTimeMilliseconds(), MinuteMilliseconds);
        return (minute, rest != 0);
    }

    /// <summary>What a day of the platform holds, and what was to be laid on it.</summary>
    internal readonly record struct DayLoad(int Messages, int Images, int WantedMessages, int WantedImages);

    /// <summary>Messages on the minute, and within it.</summary>
    private readonly record struct MinuteLoad(int On, int Within)
    {
        public int All => On + Within;
    }
}
