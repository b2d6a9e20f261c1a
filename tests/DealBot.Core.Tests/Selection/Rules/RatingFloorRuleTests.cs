using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class RatingFloorRuleTests
{
    private static readonly RatingFloorRule Rule = new();
    private static readonly DealFilter Filter = new() { MinGoodReviewsPercent = Rate.FromPercent(95) };

    [Test]
    public void Accepts_a_deal_at_the_floor() => RuleAssert.Accepts(Rule, Some.Deal() with { GoodReviews = Rate.FromPercent(95) }, Filter);

    [Test]
    public void Accepts_a_deal_whose_network_gives_no_reviews() => RuleAssert.Accepts(Rule, Some.Deal() with { GoodReviews = null }, Filter);

    [Test]
    public void Rejects_a_deal_below_the_floor() => RuleAssert.Rejects(Rule, RejectReason.RatingTooLow, Some.Deal() with { GoodReviews = new Rate(9499) }, Filter);
}
