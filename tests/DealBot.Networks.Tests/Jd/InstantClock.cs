namespace DealBot.Networks.Tests.Jd;

/// <summary>A clock on which every wait is over at once and has moved the clock on.</summary>
internal sealed class InstantClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new InstantTimer(this, callback, state, dueTime);

    public void Advance(TimeSpan time) => _now += time;

    private void Wait(TimeSpan time)
    {
        Waits.Add(time);
        Advance(time);
    }

    private sealed class InstantTimer : ITimer
    {
        private readonly InstantClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        public InstantTimer(InstantClock clock, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            (_clock, _callback, _state) = (clock, callback, state);

            // Often made idle and started later.
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _clock.Wait(dueTime);
                ThreadPool.QueueUserWorkItem(_ => _callback(_state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
