using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The network does not say that it is sold out.</summary>
public sealed class InStockRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => entry.Deal.InStock == false
        ? RuleOutcome.Rejects(RejectReason.OutOfStock, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new("已售罄", "out of stock");
}
