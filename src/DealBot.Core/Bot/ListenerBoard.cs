using System.Collections.Concurrent;
using DealBot.Contracts;

namespace DealBot.Core.Bot;

/// <summary>How listening stands, for those who ask how the service is.</summary>
public sealed class ListenerBoard
{
    private readonly ConcurrentDictionary<string, ListenerStanding> _standings = new(StringComparer.Ordinal);

    /// <summary>Every adapter that ever listened or should have, by name.</summary>
    public IReadOnlyList<ListenerStanding> Standings => [.. _standings.Values.OrderBy(standing => standing.Adapter, StringComparer.Ordinal)];

    internal void Note(string adapter, bool isListening, Phrase? reason = null) => _standings[adapter] = new ListenerStanding(adapter, isListening, reason);
}
