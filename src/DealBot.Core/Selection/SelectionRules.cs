using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Selection;

/// <summary>Every rule, in the order in which they are asked: the cheap ones first, those that look through the history last.</summary>
public static class SelectionRules
{
    public static readonly IReadOnlyList<ISelectionRule> All =
    [
        new OwnersNetworkRule(),
        new InStockRule(),
        new CategoryRule(),
        new PriceRangeRule(),
        new CommissionFloorRule(),
        new RatingFloorRule(),
        new CouponValidityRule(),
        new ExcludedWordRule(),
        new AdLawRule(),
        new NotPostedRecentlyRule(),
        new NotLikePostedRule(),
    ];
}
