using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>Scores a deal for a slot. A pure function; money is only divided here to compare deals, never to be kept.</summary>
public static class DealScore
{
    /// <summary>Taken where a network gives no share of good reviews: middling, so that silence is neither praise nor blame.</summary>
    private const double UnknownGoodReviews = 0.93;

    private const double SalesScale = 5;

    public static ScoreBreakdown Of(CatalogEntry entry, SelectionScope scope, int sameCategoryBefore)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(scope);
        var (deal, weights) = (entry.Deal, scope.Settings.Weights);
        var reviews = deal.GoodReviews is { } share ? share.BasisPoints / 10_000d : UnknownGoodReviews;
        return new ScoreBreakdown(
            Earning: reviews * deal.CommissionRate.BasisPoints,
            Discount: 1 + (weights.Discount * DiscountOf(entry)),
            Sales: 1 + (weights.Sales * Math.Log10(1 + (deal.Sales30Days ?? 0)) / SalesScale),
            Audience: scope.Slot.Plan.Audience.WeightOf(deal.Category),
            Exposure: 1 / (1 + (weights.Exposure * scope.Exposure.GetValueOrDefault(deal.Key))),
            Diversity: Math.Pow(1 - weights.Diversity, sameCategoryBefore));
    }

    /// <summary>What part of the price it saves, 0 to 1: of the usual price as DealBot saw it, where that is known, else of the app's.</summary>
    public static double DiscountOf(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var deal = entry.Deal;
        return entry.Facts.Usual is not null ? (entry.Facts.RealDiscount?.BasisPoints ?? 0) / 10_000d : deal.Price.Fen <= 0 ? 0 : deal.Saving.Fen / (double)deal.Price.Fen;
    }
}
