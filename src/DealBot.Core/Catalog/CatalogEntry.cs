using DealBot.Contracts;
using DealBot.Core.Selection;

namespace DealBot.Core.Catalog;

/// <summary>A deal with what is reckoned from it once, rather than for every group.</summary>
/// <param name="Deal">The deal as last seen.</param>
/// <param name="Shingles">Its title cut into overlapping pieces, for likeness.</param>
public sealed record CatalogEntry(Deal Deal, TitleShingles Shingles)
{
    /// <summary>The days on which it was seen, with its lowest price of each.</summary>
    public PriceHistory Prices { get; private init; } = PriceHistory.None;

    /// <summary>What could be said of its price when the catalog was last read.</summary>
    public PriceFacts Facts { get; private init; } = PriceFacts.None;

    /// <summary>What part of the price it saves, 0 to 1: of the usual price as DealBot saw it, where that is known, else of the app's.</summary>
    public double Discount { get; private init; }

    /// <summary>How well it sells, as a logarithm: ten times the orders of 30 days count one more.</summary>
    public double SalesMagnitude { get; private init; }

    public static CatalogEntry Of(Deal deal) => Of(deal, PriceHistory.None, PriceFacts.None);

    public static CatalogEntry Of(Deal deal, PriceHistory prices, PriceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return new CatalogEntry(deal, TitleShingles.Of(deal.Title))
        {
            Prices = prices,
            Facts = facts,
            Discount = DiscountOf(deal, facts),
            SalesMagnitude = Math.Log10(1 + (deal.Sales30Days ?? 0)),
        };
    }

    private static double DiscountOf(Deal deal, PriceFacts facts) => facts.Usual is not null ? (facts.RealDiscount?.BasisPoints ?? 0) / 10_000d
        : deal.Price.Fen <= 0 ? 0
        : deal.Saving.Fen / (double)deal.Price.Fen;
}
