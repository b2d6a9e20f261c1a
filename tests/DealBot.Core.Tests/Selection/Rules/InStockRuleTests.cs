using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class InStockRuleTests
{
    private static readonly InStockRule Rule = new();

    [TestCase(true)]
    [TestCase(null)]
    public void Accepts_what_can_be_bought_or_of_which_the_network_does_not_say(bool? inStock) => RuleAssert.Accepts(Rule, Some.Deal() with { InStock = inStock });

    [Test]
    public void Rejects_what_is_sold_out() => RuleAssert.Rejects(Rule, RejectReason.OutOfStock, Some.Deal() with { InStock = false });
}
