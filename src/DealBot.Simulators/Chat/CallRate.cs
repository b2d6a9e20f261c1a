namespace DealBot.Simulators.Chat;

/// <summary>Counts calls as a platform does: so many of one account within any window. Safe to use from many threads.</summary>
internal sealed class CallRate(int allowed, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    /// <summary>Counts one call; false if it is one too many, which does not count.</summary>
    public bool Admits(string account, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_calls.TryGetValue(account, out var calls))
                _calls[account] = calls = new Queue<DateTimeOffset>();
            while (calls.TryPeek(out var oldest) && now - oldest >= window)
                calls.Dequeue();
            if (calls.Count >= allowed)
                return false;

            calls.Enqueue(now);
            return true;
        }
    }
}
