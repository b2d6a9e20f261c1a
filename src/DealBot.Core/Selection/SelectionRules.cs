using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Selection;

/// <summary>Every rule, in the order in which they are asked: those that cost nothing first, those that look through words and history last.</summary>
public static class SelectionRules
{
    public static readonly IReadOnlyList<ISelectionRule> All =
    [
        new OwnersNetworkRule(),
        new InStockRule(),
        new PriceRangeRule(),
        new RatingFloorRule(),
        new CommissionFloorRule(),
        new CategoryRule(),
        new CouponValidityRule(),
        new NotPostedRecentlyRule(),
        new ExcludedWordRule(),
        new AdLawRule(),
        new NotLikePostedRule(),
    ];
}
