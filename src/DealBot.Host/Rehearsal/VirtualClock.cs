namespace DealBot.Host.Rehearsal;

/// <summary>
/// The clock of a rehearsed day. It moves only when the agenda moves it, or when somebody waits: a wait ends at once, with the clock put
/// forward by its length. So a day's back-offs take no time and stay where they belong.
/// </summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <summary>Moves to a moment; a moment that has passed changes nothing.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        long now;
        while ((now = Interlocked.Read(ref _ticks)) < moment.UtcTicks && Interlocked.CompareExchange(ref _ticks, moment.UtcTicks, now) != now)
        {
            // Another wait moved the clock in between; look again.
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                clock.MoveTo(clock.GetUtcNow() + dueTime);
                ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
