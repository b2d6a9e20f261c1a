using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>How a network divides a commission with its promoters.</summary>
/// <param name="OwnRate">The promoter's part.</param>
/// <param name="Subsidy">What the network adds for an item.</param>
internal sealed record MarketTerms(Rate OwnRate, Func<MarketItem, Rate> Subsidy)
{
    /// <summary>All of the commission is the promoter's.</summary>
    public static readonly MarketTerms Whole = new(Rate.FromPercent(100), _ => Rate.Zero);
}
