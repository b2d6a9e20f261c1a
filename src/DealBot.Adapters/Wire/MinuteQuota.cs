namespace DealBot.Adapters.Wire;

/// <summary>
/// How many calls may be made within any 60 seconds. A call counts while it runs and for 60 seconds after its end: its end is
/// the latest moment at which the platform can have counted it, so a slow network can't crowd two minutes into one.
/// </summary>
internal sealed class MinuteQuota(int allowed, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WaitForRunning = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _ends = new();
    private int _running;

    /// <summary>Takes a place, to be given back by <see cref="Leave"/>; or says how long to wait for one.</summary>
    public bool TryEnter(out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_ends.TryPeek(out var end) && IsOver(end, now))
                _ends.Dequeue();

            wait = TimeSpan.Zero;
            if (_running + _ends.Count < allowed)
            {
                _running++;
                return true;
            }

            wait = _ends.TryPeek(out var oldest) ? oldest + Window - now : WaitForRunning;
            return false;
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

    // An end in the future means that the machine's clock was set back; waiting for it could take days.
    private static bool IsOver(DateTimeOffset end, DateTimeOffset now) => now - end >= Window || end > now;
}
