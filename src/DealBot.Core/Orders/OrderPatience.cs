using System.Collections.Concurrent;
using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>
/// How long accounts are left alone whose network asks for patience: a minute, then twice as long each time, at most half an hour. Sync and
/// sweeps go by the same, and other accounts go on. A restart forgets it; the network then asks again.
/// </summary>
public sealed class OrderPatience
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Network, string Account), (int Refusals, DateTimeOffset Until)> _pauses = new();

    /// <summary>How long to wait after so many refusals in a row.</summary>
    public static TimeSpan Pause(int refusals) => refusals > 5 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (refusals - 1)));

    /// <summary>Whether to leave the account alone. A pause that could not have been made by now was made by a clock that ran ahead.</summary>
    public bool IsPaused(IAffiliateNetwork network, DateTimeOffset now) =>
        _pauses.TryGetValue(Key(network), out var pause) && pause.Until > now && pause.Until - now <= Longest;

    /// <summary>The network asked for patience.</summary>
    public void Refused(IAffiliateNetwork network, DateTimeOffset now) => _pauses.AddOrUpdate(
        Key(network),
        _ => (1, now + Pause(1)),
        (_, pause) => (pause.Refusals + 1, now + Pause(pause.Refusals + 1)));

    /// <summary>The network answered.</summary>
    public void Answered(IAffiliateNetwork network) => _pauses.TryRemove(Key(network), out _);

    private static (string, string) Key(IAffiliateNetwork network) => (network.Name, network.Account);
}
