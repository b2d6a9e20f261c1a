namespace DealBot.CrashTrials.World;

/// <summary>Clicks on one link. Safe to use from many threads.</summary>
internal sealed class ClickCount
{
    private int _tried;
    private int _acknowledged;

    /// <summary>Requests made.</summary>
    public int Tried => Volatile.Read(ref _tried);

    /// <summary>Requests that were answered with 302: the service has promised to count them.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public void Try() => Interlocked.Increment(ref _tried);

    public void Acknowledge() => Interlocked.Increment(ref _acknowledged);
}
