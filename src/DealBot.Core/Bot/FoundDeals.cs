using DealBot.Core.Selection;

namespace DealBot.Core.Bot;

/// <summary>What was found.</summary>
/// <param name="Selection">Deals, best first.</param>
/// <param name="IsExact">Whether it is the very item that was asked for.</param>
public sealed record FoundDeals(DealSelection Selection, bool IsExact)
{
    public bool IsEmpty => Selection.Ranked.Count == 0;
}
