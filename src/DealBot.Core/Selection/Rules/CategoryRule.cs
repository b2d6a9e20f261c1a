using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The category suits the audience and the filter.</summary>
public sealed class CategoryRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        var category = entry.Deal.Category;
        var filter = scope.Filter;
        var unwanted = filter.ExcludedCategories?.Contains(category) == true
            || (filter.Categories is { Count: > 0 } wanted && !wanted.Contains(category))
            || scope.Slot.Plan.Audience.WeightOf(category) <= 0;
        return unwanted ? RuleOutcome.Rejects(RejectReason.CategoryUnwanted, entry, scope, Say) : RuleOutcome.Accepts;
    }

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new(
        $"{scope.Slot.Plan.Audience.Name}群不要类目 {entry.Deal.Category}", $"category {entry.Deal.Category} not wanted by audience {scope.Slot.Plan.Audience.Id}");
}
