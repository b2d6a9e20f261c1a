using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>Enough reviews are good. A network that gives no share of good reviews is not held against the deal.</summary>
public sealed class RatingFloorRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => entry.Deal.GoodReviews < scope.Filter.MinGoodReviewsPercent
        ? RuleOutcome.Rejects(RejectReason.RatingTooLow, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new(
        $"好评率 {entry.Deal.GoodReviews} 低于 {scope.Filter.MinGoodReviewsPercent}", $"good reviews {entry.Deal.GoodReviews} below {scope.Filter.MinGoodReviewsPercent}");
}
