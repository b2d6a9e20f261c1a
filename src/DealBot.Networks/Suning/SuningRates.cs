using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>Rates that are written as fractions.</summary>
internal static class SuningRates
{
    /// <summary>0.03 is 3 %; null outside 0 to 1.</summary>
    public static Rate? Fraction(WireNode node) => node.Number is >= 0 and <= 1 ? Rate.FromPercent(node.Number.Value * 100) : null;
}
