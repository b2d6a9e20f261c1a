using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>One condition that a deal must meet. A rule that throws counts as a rejection that carries its name.</summary>
public interface ISelectionRule
{
    RuleOutcome Check(CatalogEntry entry, SelectionScope scope);
}
