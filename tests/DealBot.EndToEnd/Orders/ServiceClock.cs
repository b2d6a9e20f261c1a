using DealBot.Host.Rehearsal;

namespace DealBot.EndToEnd.Orders;

/// <summary>The service's own clock: the world's, and at times ahead of it or behind.</summary>
internal sealed class ServiceClock(VirtualClock world) : TimeProvider
{
    public TimeSpan Error { get; set; }

    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + Error;

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(callback, state, dueTime, period);
}
