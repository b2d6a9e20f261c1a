using DealBot.Contracts;

namespace DealBot.Core.Selection;

/// <summary>What was found out while an earlier selection for the same slot was asked for again and converted.</summary>
/// <param name="Networks">Networks that can't convert now.</param>
/// <param name="Deals">Deals that had their turn.</param>
/// <param name="Taken">Those of them that have a place in the post; others must not be like them.</param>
public sealed record LeftOut(IReadOnlySet<string> Networks, IReadOnlySet<DealKey> Deals, IReadOnlyList<Deal> Taken)
{
    /// <summary>Of the first selection.</summary>
    public static readonly LeftOut Nothing = new(new HashSet<string>(), new HashSet<DealKey>(), []);
}
