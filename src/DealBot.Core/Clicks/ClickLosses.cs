namespace DealBot.Core.Clicks;

/// <summary>Counts clicks that could not be kept, by group and hour, until the database can be told.</summary>
public sealed class ClickLosses
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string GroupId, DateTimeOffset Hour), long> _untold = [];
    private long _total;

    /// <summary>All since the start.</summary>
    public long Total => Interlocked.Read(ref _total);

    public void Add(Click click)
    {
        var hour = new DateTimeOffset(click.At.UtcTicks - (click.At.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        lock (_gate)
        {
            Interlocked.Increment(ref _total);
            _untold[(click.GroupId, hour)] = _untold.GetValueOrDefault((click.GroupId, hour)) + 1;
        }
    }

    /// <summary>Takes what has been counted since the last time.</summary>
    public IReadOnlyList<LostClicks> Take()
    {
        lock (_gate)
        {
            LostClicks[] taken = [.. _untold.Select(pair => new LostClicks(pair.Key.GroupId, pair.Key.Hour, pair.Value))];
            _untold.Clear();
            return taken;
        }
    }

    /// <summary>Puts back what could not be told.</summary>
    public void PutBack(IReadOnlyList<LostClicks> lost)
    {
        lock (_gate)
        {
            foreach (var (groupId, hour, count) in lost)
            {
                _untold[(groupId, hour)] = _untold.GetValueOrDefault((groupId, hour)) + count;
            }
        }
    }
}
