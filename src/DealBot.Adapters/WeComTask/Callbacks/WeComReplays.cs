namespace DealBot.Adapters.WeComTask.Callbacks;

/// <summary>
/// Calls that were dealt with, known by their signatures: of a call that is repeated all parts are the same, its nonce too. They are kept for as
/// long as their time would be taken. Only signed calls come here, so that a stranger can't fill it.
/// </summary>
internal sealed class WeComReplays(TimeSpan window, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);
    private readonly Queue<(string Signature, DateTimeOffset At)> _order = new();

    public bool Has(string signature)
    {
        lock (_lock)
            return _signatures.Contains(signature);
    }

    public void Add(string signature)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            // A call from a clock that is ahead is taken for twice the window.
            while (_order.TryPeek(out var oldest) && now - oldest.At > 2 * window)
                _signatures.Remove(_order.Dequeue().Signature);
            if (_signatures.Add(signature))
                _order.Enqueue((signature, now));
        }
    }
}
