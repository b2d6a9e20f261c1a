using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The group has not had this item within the days that the filter says.</summary>
public sealed class NotPostedRecentlyRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => scope.WasPosted(entry.Deal.Key)
        ? RuleOutcome.Rejects(RejectReason.PostedRecently, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) => new($"{scope.Filter.RepeatDays} 天内发过", $"posted within {scope.Filter.RepeatDays} days");
}
