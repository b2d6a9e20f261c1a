using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>A coupon can be used now and for as many hours as the filter asks, so that late readers do not find it gone.</summary>
public sealed class CouponValidityRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
    {
        if (entry.Deal.Coupon is not { } coupon)
        {
            return RuleOutcome.Accepts;
        }

        if (coupon.StartsAt > scope.Slot.At)
        {
            return RuleOutcome.Rejects(RejectReason.CouponExpiring, entry, scope, static (_, _) => new Phrase("优惠券还没生效", "coupon not usable yet"));
        }

        return coupon.EndsAt < scope.Slot.At.AddHours(scope.Filter.CouponHours ?? 0)
            ? RuleOutcome.Rejects(RejectReason.CouponExpiring, entry, scope, SayEnd)
            : RuleOutcome.Accepts;
    }

    private static Phrase SayEnd(CatalogEntry entry, SelectionScope scope) => new(
        $"优惠券不到 {scope.Filter.CouponHours} 小时就过期", $"coupon ends within {scope.Filter.CouponHours} hours");
}
