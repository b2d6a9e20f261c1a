namespace DealBot.Simulators.Market;

/// <summary>Counts the calls of one application within a second.</summary>
internal sealed class CallRate(int perSecond)
{
    private readonly Lock _lock = new();
    private long _second;
    private int _count;

    public bool Admits(DateTimeOffset now)
    {
        lock (_lock)
        {
            var second = now.ToUnixTimeSeconds();
            _count = second == _second ? _count + 1 : 1;
            _second = second;
            return _count <= perSecond;
        }
    }
}
