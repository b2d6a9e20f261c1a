using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The price a member pays lies within the filter's bounds.</summary>
public sealed class PriceRangeRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        var price = entry.Deal.FinalPrice;
        if (price < scope.Filter.MinPrice)
        {
            return RuleOutcome.Rejects(RejectReason.PriceOutOfRange, $"券后价 ¥{price.ToPriceText()} 低于 ¥{scope.Filter.MinPrice?.ToPriceText()}", $"final price {price} below {scope.Filter.MinPrice}");
        }

        return price > scope.Filter.MaxPrice
            ? RuleOutcome.Rejects(RejectReason.PriceOutOfRange, $"券后价 ¥{price.ToPriceText()} 高于 ¥{scope.Filter.MaxPrice?.ToPriceText()}", $"final price {price} above {scope.Filter.MaxPrice}")
            : RuleOutcome.Accepts;
    }
}
