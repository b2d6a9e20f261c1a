using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The owner earns enough, as a share and in yuan.</summary>
public sealed class CommissionFloorRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        if (entry.Deal.CommissionRate < scope.Filter.MinCommissionPercent)
        {
            return RuleOutcome.Rejects(RejectReason.CommissionTooLow, entry, scope, SayRate);
        }

        return entry.Deal.EstimatedCommission < scope.Filter.MinCommission
            ? RuleOutcome.Rejects(RejectReason.CommissionTooLow, entry, scope, SayAmount)
            : RuleOutcome.Accepts;
    }

    private static Phrase SayRate(CatalogEntry entry, SelectionScope scope) => new(
        $"佣金 {entry.Deal.CommissionRate} 低于 {scope.Filter.MinCommissionPercent}", $"commission {entry.Deal.CommissionRate} below {scope.Filter.MinCommissionPercent}");

    private static Phrase SayAmount(CatalogEntry entry, SelectionScope scope) => new(
        $"每件佣金 ¥{entry.Deal.EstimatedCommission.ToPriceText()} 低于 ¥{scope.Filter.MinCommission?.ToPriceText()}",
        $"commission {entry.Deal.EstimatedCommission} a piece below {scope.Filter.MinCommission}");
}
