using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The title has no word that the advertising law (广告法) forbids.</summary>
public sealed class AdLawRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        var word = AdLaw.FirstWord(entry.Deal.Title, scope.Settings.AdLawWords);
        return word is null
            ? RuleOutcome.Accepts
            : RuleOutcome.Rejects(RejectReason.AdLawWord, $"标题含有广告法禁用词 {word}", $"title has the forbidden word {word}");
    }
}
