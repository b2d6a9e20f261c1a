namespace DealBot.Simulators.Telegram;

/// <summary>How many messages a group takes within any minute before it asks to be left alone.</summary>
internal sealed class TelegramRate
{
    private const int PerMinute = 20;

    private readonly Queue<DateTimeOffset> _taken = new();

    /// <summary>Counts a message; how many seconds to wait if it is one too many.</summary>
    public int? Count(DateTimeOffset now)
    {
        while (_taken.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
            _taken.Dequeue();
        if (_taken.Count >= PerMinute)
            return (int)Math.Ceiling((_taken.Peek() + TimeSpan.FromMinutes(1) - now).TotalSeconds);

        _taken.Enqueue(now);
        return null;
    }
}
