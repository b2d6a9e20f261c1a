using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>
/// How many calls may be made within any 60 seconds, and within any second where the platform counts those too. A call counts while it runs and
/// for that long after its end: its end is the latest moment at which the platform can have counted it, so a slow network can't crowd two
/// minutes into one.
/// </summary>
internal sealed class MinuteQuota(int allowed, TimeProvider time, int? perSecond = null)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WaitForRunning = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _ends = new();
    private int _running;

    /// <summary>Sends one message if there is a place for it.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="full">What to answer where there is none, by how long to wait for one.</param>
    public async Task<SendResult> SendAsync(Func<Task<SendResult>> send, Func<TimeSpan, SendResult.Throttled> full)
    {
        if (!TryEnter(out var wait))
            return full(wait);

        try
        {
            return await send();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Takes a place, to be given back by <see cref="Leave"/>; or says how long to wait for one.</summary>
    public bool TryEnter(out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_ends.TryPeek(out var end) && IsOver(end, Minute, now))
                _ends.Dequeue();

            wait = WaitFor(allowed, Minute, now) ?? (perSecond is { } most ? WaitFor(most, Second, now) : null) ?? TimeSpan.Zero;
            if (wait > TimeSpan.Zero)
                return false;

            _running++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _running--;
            _ends.Enqueue(time.GetUtcNow());
        }
    }

    /// <summary>How long until there is room in a window; null if there is.</summary>
    private TimeSpan? WaitFor(int most, TimeSpan window, DateTimeOffset now)
    {
        var ends = _ends.Where(end => !IsOver(end, window, now)).ToList();
        if (_running + ends.Count < most)
            return null;

        return ends.Count > 0 ? ends[0] + window - now : WaitForRunning;
    }

    // An end in the future means that the machine's clock was set back; waiting for it could take days.
    private static bool IsOver(DateTimeOffset end, TimeSpan window, DateTimeOffset now) => now - end >= window || end > now;
}
