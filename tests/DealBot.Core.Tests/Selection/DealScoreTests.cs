using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;

namespace DealBot.Core.Tests.Selection;

public sealed class DealScoreTests
{
    [Test]
    public void A_score_is_the_product_of_its_parts()
    {
        var deal = Some.Deal(price: 100, finalPrice: 75, rate: 20) with { GoodReviews = Rate.FromPercent(95), Sales30Days = 9_999 };
        var settings = new SelectionSettings { Weights = new ScoreWeights { Discount = 2, Sales = 0.5, Exposure = 0.25, Diversity = 0.5 } };
        var scope = Some.Scope(Some.Plan(audience: Some.Audience(1, ("母婴", 1.5))), settings, exposure: new Dictionary<DealKey, int> { [deal.Key] = 2 });

        var score = DealScore.Of(Some.Entry(deal), scope, sameCategoryBefore: 2);

        Assert.That(score, Is.EqualTo(new ScoreBreakdown(
            Earning: 0.95 * 2000,
            Discount: 1.5,
            Sales: 1 + (0.5 * 4 / 5),
            Audience: 1.5,
            Exposure: 1 / 1.5,
            Diversity: 0.25)));
        Assert.That(score.Total, Is.EqualTo(1900 * 1.5 * 1.4 * 1.5 / 1.5 * 0.25).Within(1e-9));
    }

    [Test]
    public void Weights_of_zero_leave_only_the_earning()
    {
        var settings = new SelectionSettings { Weights = new ScoreWeights { Discount = 0, Sales = 0, Exposure = 0, Diversity = 0 } };
        var deal = Some.Deal(finalPrice: 50) with { Sales30Days = 100_000 };

        var score = DealScore.Of(Some.Entry(deal), Some.Scope(settings: settings, exposure: new Dictionary<DealKey, int> { [deal.Key] = 9 }), sameCategoryBefore: 5);

        Assert.That(score.Total, Is.EqualTo(0.98 * 1000).Within(1e-9));
    }

    [Test]
    public void Silence_of_the_network_on_reviews_and_sales_is_neither_praise_nor_blame()
    {
        var score = DealScore.Of(Some.Entry(Some.Deal() with { GoodReviews = null, Sales30Days = null }), Some.Scope(), 0);

        Assert.That((score.Earning, score.Sales), Is.EqualTo((0.93 * 1000, 1d)));
    }

    [Test]
    public void More_of_what_is_wanted_never_lowers_a_score()
    {
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var deal = Some.Deal(price: random.Next(10, 500), finalPrice: random.Next(1, 10), rate: random.Next(1, 50)) with { Sales30Days = random.Next(0, 100_000) };
            var score = Total(deal);

            Assert.That(Total(deal with { CommissionRate = new Rate(deal.CommissionRate.BasisPoints + 1) }), Is.GreaterThan(score));
            Assert.That(Total(deal with { FinalPrice = deal.FinalPrice - new Money(1) }), Is.GreaterThan(score));
            Assert.That(Total(deal with { Sales30Days = deal.Sales30Days + 1 }), Is.GreaterThan(score));
        }
    }

    [TestCase(100, 75, 0.25)]
    [TestCase(100, 100, 0)]
    [TestCase(100, 120, 0)]
    [TestCase(0, 0, 0)]
    public void A_discount_is_the_part_of_the_price_that_is_saved(decimal price, decimal finalPrice, double expected) =>
        Assert.That(Some.Entry(Some.Deal(price: price, finalPrice: finalPrice)).Discount, Is.EqualTo(expected));

    [Test]
    public void A_discount_is_against_the_usual_price_where_that_is_known_whatever_the_app_asks()
    {
        static double Discount(PriceFacts facts) => CatalogEntry.Of(Some.Deal(price: 100, finalPrice: 50), PriceHistory.None, facts).Discount;

        Assert.That(Discount(new PriceFacts { Usual = Money.FromYuan(60), RealDiscount = new Rate(1_666) }), Is.EqualTo(0.1666));
        Assert.That(Discount(new PriceFacts { Usual = Money.FromYuan(50) }), Is.Zero);
        Assert.That(Discount(PriceFacts.None), Is.EqualTo(0.5));
    }

    private static double Total(Deal deal) => DealScore.Of(Some.Entry(deal), Some.Scope(), 0).Total;
}
