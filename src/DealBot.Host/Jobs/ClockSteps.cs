namespace DealBot.Host.Jobs;

/// <summary>Tells whether the machine's clock was set back since the last look, by comparing it with the time that has really passed.</summary>
/// <param name="time">The machine's clock.</param>
public sealed class ClockSteps(TimeProvider time)
{
    /// <summary>Less than this is a clock being corrected, and does no harm.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private DateTimeOffset _last = time.GetUtcNow();
    private long _lastTimestamp = time.GetTimestamp();

    /// <summary>By how much it was set back; null if it was not.</summary>
    public TimeSpan? SetBack()
    {
        var timestamp = time.GetTimestamp();
        var now = time.GetUtcNow();
        var back = _last + time.GetElapsedTime(_lastTimestamp, timestamp) - now;
        (_last, _lastTimestamp) = (now, timestamp);
        return back > Tolerance ? back : null;
    }
}
