using DealBot.Core.Selection;

namespace DealBot.Core.Bot;

/// <summary>What was found.</summary>
/// <param name="Selection">Deals, best first.</param>
/// <param name="IsExact">Whether it is the very item that was asked for.</param>
public sealed record FoundDeals(DealSelection Selection, bool IsExact)
{
    /// <summary>Whether one certain item was asked for, by a key, a link or a command (口令), and not by mere words.</summary>
    public bool MeansOneItem { get; init; }

    public bool IsEmpty => Selection.Ranked.Count == 0;
}
