using DealBot.Contracts;
using DealBot.Core.Selection;

namespace DealBot.Core.Catalog;

/// <summary>A deal with what is reckoned from it once, rather than for every group.</summary>
/// <param name="Deal">The deal as last seen.</param>
/// <param name="Shingles">Its title cut into overlapping pieces, for likeness.</param>
public sealed record CatalogEntry(Deal Deal, TitleShingles Shingles)
{
    /// <summary>The days on which it was seen, with its lowest price of each.</summary>
    public PriceHistory Prices { get; init; } = PriceHistory.None;

    /// <summary>What could be said of its price when the catalog was last read.</summary>
    public PriceFacts Facts { get; init; } = PriceFacts.None;

    public static CatalogEntry Of(Deal deal) => new(deal, TitleShingles.Of(deal.Title));
}
