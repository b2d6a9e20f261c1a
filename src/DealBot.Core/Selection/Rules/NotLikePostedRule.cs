using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The group has not had the same style, or an item of nearly the same title, within those days.</summary>
public sealed class NotLikePostedRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        return (entry.Deal.MainSkuId is { } style && scope.StyleWasPosted(style)) || scope.TitleWasPosted(entry.Shingles)
            ? RuleOutcome.Rejects(RejectReason.LikePostedRecently, $"{scope.Filter.RepeatDays} 天内发过几乎一样的", $"one like it posted within {scope.Filter.RepeatDays} days")
            : RuleOutcome.Accepts;
    }
}
