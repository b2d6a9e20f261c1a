using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>The moments that a slot may be given, best first.</summary>
internal sealed class SlotWindow
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private readonly Slot _slot;
    private readonly TimeZoneInfo _zone;
    private readonly DateTime _day;
    private readonly DateTimeOffset _earliest;
    private readonly DateTimeOffset _latest;

    public SlotWindow(Slot slot, DateTimeOffset notBefore, TimeSpan fresh)
    {
        _slot = slot;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(slot.Group.TimeZone);
        _day = TimeZoneInfo.ConvertTime(slot.At, _zone).Date;
        var pace = slot.Plan.Pace;

        // A slot that is late already, since the service was down, may use all the time that it is fresh; one that is moved by
        // the plan keeps a minute of it for being sent.
        var late = slot.At < notBefore ? fresh : Less(fresh - Step, pace.LateMinutes);
        _latest = slot.At + (late < TimeSpan.Zero ? TimeSpan.Zero : late);
        _earliest = slot.At.AddMinutes(-pace.EarlyMinutes);
        if (_earliest < notBefore)
        {
            _earliest = notBefore;
        }

        Best = Jittered();
        Reason = Best == slot.At ? Obstacle.None : Obstacle.Sharp;
        if (Best < notBefore)
        {
            (Best, Reason) = (notBefore, Obstacle.Passed);
        }
    }

    /// <summary>The moment to be had if nothing stands against it.</summary>
    public DateTimeOffset Best { get; }

    /// <summary>Why the best moment is not the slot's own.</summary>
    public Obstacle Reason { get; }

    /// <summary>Whether no moment is left: the slot is no longer fresh.</summary>
    public bool IsOver => Best > _latest;

    public DateTimeOffset Latest => _latest;

    /// <summary>Whether a moment is on the slot's local day and outside its quiet hours. Its own moment always is.</summary>
    public bool Allows(DateTimeOffset at)
    {
        if (at == _slot.At)
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTime(at, _zone).DateTime;
        return local.Date == _day && _slot.Plan.Pace.Quiet?.Covers(TimeOnly.FromDateTime(local)) != true;
    }

    /// <summary>The other moments, whole minutes, the nearest first and the later of two; full and half hours last, if the schedule avoids them.</summary>
    public IEnumerable<DateTimeOffset> Others() => _slot.Plan.Pace.JitterMinutes == 0
        ? ByDistance()
        : ByDistance().Where(at => !IsSharp(at)).Concat(ByDistance().Where(IsSharp));

    private IEnumerable<DateTimeOffset> ByDistance()
    {
        var floor = new DateTimeOffset(Best.Ticks - (Best.Ticks % Step.Ticks), Best.Offset);
        var earlier = floor == Best ? floor - Step : floor;
        for (var later = floor + Step; later <= _latest || earlier >= _earliest; later += Step, earlier -= Step)
        {
            if (later <= _latest)
            {
                yield return later;
            }

            if (earlier >= _earliest)
            {
                yield return earlier;
            }
        }
    }

    /// <summary>Later by a part of the jitter that the post's id decides, so that any host at any time reckons the same. Never earlier: a sale that begins at the full hour must not be posted before it.</summary>
    private DateTimeOffset Jittered()
    {
        var most = Math.Min(_slot.Plan.Pace.JitterMinutes, (int)(_latest - _slot.At).TotalMinutes);
        if (most <= 0 || !IsSharp(_slot.At))
        {
            return _slot.At;
        }

        var moved = _slot.At.AddMinutes(1 + (StableHash.Of(_slot.PostId) % most));
        return Allows(moved) ? moved : _slot.At;
    }

    /// <summary>On the full or half hour in whole minutes, by the clock of most of the world and of the platforms.</summary>
    private static bool IsSharp(DateTimeOffset at) => at.UtcDateTime.Minute % 30 == 0;

    private static TimeSpan Less(TimeSpan span, int? minutes) => minutes is { } most && TimeSpan.FromMinutes(most) < span ? TimeSpan.FromMinutes(most) : span;
}
