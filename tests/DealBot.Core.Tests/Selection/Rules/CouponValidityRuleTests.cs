using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class CouponValidityRuleTests
{
    private static readonly CouponValidityRule Rule = new();
    private static readonly DealFilter Filter = new() { CouponHours = 4 };

    [Test]
    public void Accepts_a_deal_without_a_coupon() => RuleAssert.Accepts(Rule, Some.Deal(), Filter);

    [Test]
    public void Accepts_a_coupon_of_which_the_network_gives_no_dates() => RuleAssert.Accepts(Rule, Some.Deal() with { Coupon = Some.Coupon() }, Filter);

    [Test]
    public void Accepts_a_coupon_that_begins_now_and_lasts_just_long_enough() =>
        RuleAssert.Accepts(Rule, Some.Deal() with { Coupon = Some.Coupon(Some.Morning, Some.Morning.AddHours(4)) }, Filter);

    [Test]
    public void Rejects_a_coupon_that_ends_too_soon() =>
        RuleAssert.Rejects(Rule, RejectReason.CouponExpiring, Some.Deal() with { Coupon = Some.Coupon(endsAt: Some.Morning.AddHours(4).AddSeconds(-1)) }, Filter);

    [Test]
    public void Rejects_a_coupon_that_has_not_begun() =>
        RuleAssert.Rejects(Rule, RejectReason.CouponExpiring, Some.Deal() with { Coupon = Some.Coupon(startsAt: Some.Morning.AddSeconds(1)) }, Filter);
}
