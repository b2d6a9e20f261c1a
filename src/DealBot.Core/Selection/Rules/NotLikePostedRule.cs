using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The group has not had the same style, or an item of nearly the same title, within those days.</summary>
public sealed class NotLikePostedRule : ISelectionRule
{
    public bool IsCostly => true;

    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => (entry.Deal.MainSkuId is { } style && scope.StyleWasPosted(style)) || scope.TitleWasPosted(entry.Shingles)
        ? RuleOutcome.Rejects(RejectReason.LikePostedRecently, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new(
        $"{scope.Filter.RepeatDays} 天内发过几乎一样的", $"one like it posted within {scope.Filter.RepeatDays} days");
}
