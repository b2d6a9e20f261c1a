using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The title has none of the words that the filter excludes.</summary>
public sealed class ExcludedWordRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        var word = scope.Filter.ExcludedWords?.FirstOrDefault(word => entry.Deal.Title.Contains(word, StringComparison.OrdinalIgnoreCase));
        return word is null
            ? RuleOutcome.Accepts
            : RuleOutcome.Rejects(RejectReason.WordUnwanted, $"标题含有不要的词 {word}", $"title has the excluded word {word}");
    }
}
