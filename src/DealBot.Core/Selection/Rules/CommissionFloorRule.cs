using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The owner earns enough, as a share and in yuan.</summary>
public sealed class CommissionFloorRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        var deal = entry.Deal;
        if (deal.CommissionRate < scope.Filter.MinCommissionPercent)
        {
            return RuleOutcome.Rejects(RejectReason.CommissionTooLow, $"佣金 {deal.CommissionRate} 低于 {scope.Filter.MinCommissionPercent}", $"commission {deal.CommissionRate} below {scope.Filter.MinCommissionPercent}");
        }

        return deal.EstimatedCommission < scope.Filter.MinCommission
            ? RuleOutcome.Rejects(RejectReason.CommissionTooLow, $"每件佣金 ¥{deal.EstimatedCommission.ToPriceText()} 低于 ¥{scope.Filter.MinCommission?.ToPriceText()}", $"commission {deal.EstimatedCommission} a piece below {scope.Filter.MinCommission}")
            : RuleOutcome.Accepts;
    }
}
