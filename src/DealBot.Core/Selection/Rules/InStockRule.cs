using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The network does not say that it is sold out.</summary>
public sealed class InStockRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        return entry.Deal.InStock == false
            ? RuleOutcome.Rejects(RejectReason.OutOfStock, "已售罄", "out of stock")
            : RuleOutcome.Accepts;
    }
}
