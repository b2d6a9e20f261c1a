using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The group has not had this item within the days that the filter says.</summary>
public sealed class NotPostedRecentlyRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        return scope.WasPosted(entry.Deal.Key)
            ? RuleOutcome.Rejects(RejectReason.PostedRecently, $"{scope.Filter.RepeatDays} 天内发过", $"posted within {scope.Filter.RepeatDays} days")
            : RuleOutcome.Accepts;
    }
}
