using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>One condition that a deal must meet. A rule that throws counts as a rejection that carries its name.</summary>
public interface ISelectionRule
{
    /// <summary>
    /// Whether it takes its time, looking through words or through what was posted. Such a rule is asked of deals that come up for choice only, the
    /// best first: of a hundred thousand that is a few dozen, and all of them where too few are fit.
    /// </summary>
    bool IsCostly => false;

    RuleOutcome Check(CatalogEntry entry, SelectionScope scope);
}
