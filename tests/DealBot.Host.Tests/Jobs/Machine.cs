namespace DealBot.Host.Tests.Jobs;

/// <summary>A machine whose clock can be set, and whose time passes only when told to.</summary>
internal sealed class Machine : TimeProvider
{
    private DateTimeOffset _now = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);
    private TimeSpan _up;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _up.Ticks;

    public void Set(TimeSpan by) => _now += by;

    public void Pass(TimeSpan time)
    {
        _now += time;
        _up += time;
    }
}
