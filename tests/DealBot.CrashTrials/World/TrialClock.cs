namespace DealBot.CrashTrials.World;

/// <summary>The clock of platforms and harness. It is the machine's, unless a trial lets clocks jump.</summary>
internal sealed class TrialClock : TimeProvider
{
    private long _offset;

    /// <summary>How far ahead of the machine's clock it is.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
