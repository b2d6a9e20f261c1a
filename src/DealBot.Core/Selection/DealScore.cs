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
            Discount: 1 + (weights.Discount * entry.Discount),
            Sales: 1 + (weights.Sales * entry.SalesMagnitude / SalesScale),
            Audience: scope.Slot.Plan.Audience.WeightOf(deal.Category),
            Exposure: 1 / (1 + (weights.Exposure * scope.Exposure.GetValueOrDefault(deal.Key))),
            Diversity: Diversity(scope, sameCategoryBefore));
    }

    /// <summary>What is left of a score after others of the category.</summary>
    public static double Diversity(SelectionScope scope, int sameCategoryBefore)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Math.Pow(1 - scope.Settings.Weights.Diversity, sameCategoryBefore);
    }
}
