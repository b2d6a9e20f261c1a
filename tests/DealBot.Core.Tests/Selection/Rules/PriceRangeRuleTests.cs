using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class PriceRangeRuleTests
{
    private static readonly PriceRangeRule Rule = new();
    private static readonly DealFilter Filter = new() { MinPrice = Money.FromYuan(10), MaxPrice = Money.FromYuan(20) };

    [TestCase(10)]
    [TestCase(20)]
    public void Accepts_both_ends_of_the_range(decimal finalPrice) => RuleAssert.Accepts(Rule, Some.Deal(finalPrice: finalPrice), Filter);

    [TestCase(9.99)]
    [TestCase(20.01)]
    public void Rejects_what_lies_outside(decimal finalPrice) => RuleAssert.Rejects(Rule, RejectReason.PriceOutOfRange, Some.Deal(finalPrice: finalPrice), Filter);

    [Test]
    public void Looks_at_what_a_member_pays_and_not_at_the_price_tag() => RuleAssert.Accepts(Rule, Some.Deal(price: 100, finalPrice: 15), Filter);
}
