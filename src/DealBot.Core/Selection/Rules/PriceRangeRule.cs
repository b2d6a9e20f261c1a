using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The price a member pays lies within the filter's bounds.</summary>
public sealed class PriceRangeRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        var price = entry.Deal.FinalPrice;
        return price < scope.Filter.MinPrice ? RuleOutcome.Rejects(RejectReason.PriceOutOfRange, entry, scope, SayTooLow)
            : price > scope.Filter.MaxPrice ? RuleOutcome.Rejects(RejectReason.PriceOutOfRange, entry, scope, SayTooHigh)
            : RuleOutcome.Accepts;
    }

    private static Phrase SayTooLow(CatalogEntry entry, SelectionScope scope) => new(
        $"券后价 ¥{entry.Deal.FinalPrice.ToPriceText()} 低于 ¥{scope.Filter.MinPrice?.ToPriceText()}", $"final price {entry.Deal.FinalPrice} below {scope.Filter.MinPrice}");

    private static Phrase SayTooHigh(CatalogEntry entry, SelectionScope scope) => new(
        $"券后价 ¥{entry.Deal.FinalPrice.ToPriceText()} 高于 ¥{scope.Filter.MaxPrice?.ToPriceText()}", $"final price {entry.Deal.FinalPrice} above {scope.Filter.MaxPrice}");
}
