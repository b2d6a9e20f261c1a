using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The title has none of the words that the filter excludes.</summary>
public sealed class ExcludedWordRule : ISelectionRule
{
    public bool IsCostly => true;

    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => WordIn(entry, scope) is not null
        ? RuleOutcome.Rejects(RejectReason.WordUnwanted, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new(
        $"标题含有不要的词 {WordIn(entry, scope)}", $"title has the excluded word {WordIn(entry, scope)}");

    private static string? WordIn(CatalogEntry entry, SelectionScope scope) =>
        scope.Filter.ExcludedWords?.FirstOrDefault(word => entry.Deal.Title.Contains(word, StringComparison.OrdinalIgnoreCase));
}
