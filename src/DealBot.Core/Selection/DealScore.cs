using DealBot.Contracts;

namespace DealBot.Core.Selection;

/// <summary>Scores a deal for a slot. A pure function; money is only divided here to compare deals, never to be kept.</summary>
public static class DealScore
{
    /// <summary>Taken where a network gives no share of good reviews: middling, so that silence is neither praise nor blame.</summary>
    private const double UnknownGoodReviews = 0.93;

    private const double SalesScale = 5;

    public static ScoreBreakdown Of(Deal deal, SelectionScope scope, int sameCategoryBefore)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(scope);
        var weights = scope.Settings.Weights;
        var reviews = deal.GoodReviews is { } share ? share.BasisPoints / 10_000d : UnknownGoodReviews;
        return new ScoreBreakdown(
            Earning: reviews * deal.CommissionRate.BasisPoints,
            Discount: 1 + (weights.Discount * DiscountOf(deal)),
            Sales: 1 + (weights.Sales * Math.Log10(1 + (deal.Sales30Days ?? 0)) / SalesScale),
            Audience: scope.Slot.Plan.Audience.WeightOf(deal.Category),
            Exposure: 1 / (1 + (weights.Exposure * scope.Exposure.GetValueOrDefault(deal.Key))),
            Diversity: Math.Pow(1 - weights.Diversity, sameCategoryBefore));
    }

    /// <summary>What part of the app's price the link saves, 0 to 1.</summary>
    public static double DiscountOf(Deal deal) => deal.Price.Fen <= 0 ? 0 : deal.Saving.Fen / (double)deal.Price.Fen;
}
