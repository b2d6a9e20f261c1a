namespace DealBot.Host.Jobs;

/// <summary>Tells whether the machine's clock was set back since it was last asked, by comparing it with the time that has really passed.</summary>
/// <param name="time">The machine's clock.</param>
public sealed class ClockSteps(TimeProvider time)
{
    /// <summary>Less than this is a clock being corrected, and does no harm.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private DateTimeOffset _furthest = time.GetUtcNow();

    /// <summary>Takes note of the clock. A job does so at each turn, since its next one is reckoned by what the clock shows then, be it for a moment.</summary>
    public void Look()
    {
        lock (_lock)
        {
            var beginning = Beginning();
            _furthest = beginning > _furthest ? beginning : _furthest;
        }
    }

    /// <summary>By how much it was set back from where it was seen furthest ahead since the last question; null if it was not.</summary>
    public TimeSpan? SetBack()
    {
        lock (_lock)
        {
            var beginning = Beginning();
            var back = _furthest - beginning;
            _furthest = beginning;
            return back > Tolerance ? back : null;
        }
    }

    /// <summary>When this began, by what the clock shows now.</summary>
    private DateTimeOffset Beginning() => time.GetUtcNow() - time.GetElapsedTime(_began);
}
