using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The title has no word that the advertising law (广告法) forbids.</summary>
public sealed class AdLawRule : ISelectionRule
{
    public bool IsCostly => true;

    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => WordIn(entry, scope) is not null
        ? RuleOutcome.Rejects(RejectReason.AdLawWord, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new(
        $"标题含有广告法禁用词 {WordIn(entry, scope)}", $"title has the forbidden word {WordIn(entry, scope)}");

    private static string? WordIn(CatalogEntry entry, SelectionScope scope) => AdLaw.FirstWord(entry.Deal.Title, scope.Settings.AdLawWords);
}
