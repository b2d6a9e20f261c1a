using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Orders;

/// <summary>
/// How long accounts are left alone whose network asks for patience: a minute, then twice as long each time, at most half an hour. Sync and
/// sweeps go by the same, and other accounts go on. A restart forgets it; the network then asks again.
/// </summary>
public sealed class OrderPatience
{
    private static readonly BackOff Pause = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));

    private readonly ConcurrentDictionary<(string Network, string Account), (int Refusals, DateTimeOffset Until)> _pauses = new();

    /// <summary>Whether to leave the account alone.</summary>
    public bool IsPaused(IAffiliateNetwork network, DateTimeOffset now) =>
        _pauses.TryGetValue(Key(network), out var pause) && Pause.Holds(pause.Until, now);

    /// <summary>The network asked for patience.</summary>
    public void Refused(IAffiliateNetwork network, DateTimeOffset now) => _pauses.AddOrUpdate(
        Key(network),
        _ => (1, now + Pause.After(1)),
        (_, pause) => (pause.Refusals + 1, now + Pause.After(pause.Refusals + 1)));

    /// <summary>The network answered.</summary>
    public void Answered(IAffiliateNetwork network) => _pauses.TryRemove(Key(network), out _);

    private static (string, string) Key(IAffiliateNetwork network) => (network.Name, network.Account);
}
