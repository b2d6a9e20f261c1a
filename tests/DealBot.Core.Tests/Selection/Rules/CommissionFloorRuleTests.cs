using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class CommissionFloorRuleTests
{
    private static readonly CommissionFloorRule Rule = new();
    private static readonly DealFilter Filter = new() { MinCommissionPercent = Rate.FromPercent(5), MinCommission = Money.FromYuan(1) };

    [Test]
    public void Accepts_a_deal_at_both_floors() => RuleAssert.Accepts(Rule, Some.Deal(price: 20, rate: 5), Filter);

    [Test]
    public void Rejects_a_deal_below_the_floor_of_the_rate() => RuleAssert.Rejects(Rule, RejectReason.CommissionTooLow, Some.Deal(price: 1000, rate: 4.99m), Filter);

    [Test]
    public void Rejects_a_deal_that_earns_too_little_a_piece() => RuleAssert.Rejects(Rule, RejectReason.CommissionTooLow, Some.Deal(price: 19.8m, rate: 5), Filter);

    [Test]
    public void Reckons_with_the_final_price() => RuleAssert.Rejects(Rule, RejectReason.CommissionTooLow, Some.Deal(price: 1000, finalPrice: 15, rate: 5), Filter);
}
