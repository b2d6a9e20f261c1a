using DealBot.Contracts;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdMarketTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly MarketCatalogue Catalogue = MarketCatalogue.Build();

    private readonly MarketPrices _market = new(7, Catalogue);

    [Test]
    public void Final_price_is_positive_and_never_above_the_price()
    {
        foreach (var (item, offer) in Days(30).SelectMany(Offers))
        {
            Assert.That(offer.FinalPrice, Is.GreaterThan(Money.Zero).And.LessThanOrEqualTo(offer.Price), item.Title);
            Assert.That(offer.Price, Is.LessThanOrEqualTo(offer.ListPrice), item.Title);
            Assert.That(offer.Coupon is null || offer.Saving == offer.Coupon.Discount, item.Title);
        }
    }

    [Test]
    public void Known_example_costs_the_same_every_day()
    {
        var bawang = Catalogue.Items.Single(item => item.Trait == MarketItemTrait.Pinned);

        var offers = Days(120).Select(day => _market.OfferAt(bawang, day)).ToList();

        Assert.That(offers.Select(offer => offer.Price.ToPriceText()), Is.All.EqualTo("49.9"));
        Assert.That(offers.Select(offer => offer.FinalPrice.ToPriceText()), Is.All.EqualTo("24.9"));
        Assert.That(offers.Select(offer => offer.InStock), Is.All.True);
    }

    [Test]
    public void Some_prices_and_coupons_change_every_day_and_most_do_not()
    {
        foreach (var day in Days(20))
        {
            var changed = Catalogue.Items.Count(item => _market.OfferAt(item, day).FinalPrice != _market.OfferAt(item, day.AddDays(1)).FinalPrice);
            Assert.That(changed, Is.InRange(30, Catalogue.Items.Count / 2));
        }
    }

    [Test]
    public void A_few_items_sell_out_in_the_course_of_a_day()
    {
        var evening = Start.AddHours(11);

        var gone = Days(10).Sum(day => Offers(day).Count(one => one.Offer.InStock)) - Days(10).Sum(day => Offers(day.AddHours(11)).Count(one => one.Offer.InStock));

        Assert.That(gone, Is.InRange(10, 100));
        Assert.That(Offers(evening).Count(one => one.Offer.InStock), Is.GreaterThan(Catalogue.Items.Count * 9 / 10));
    }

    [Test]
    public void Coupon_link_leads_back_to_its_item()
    {
        foreach (var (item, offer) in Offers(Start).Where(one => one.Offer.Coupon is not null))
            Assert.That(_market.FindCoupon(offer.Coupon!.Link), Is.EqualTo((item, offer.Coupon)));
    }

    [Test]
    public void Another_seed_gives_another_market() => Assert.That(
        Offers(Start).Count(one => new MarketPrices(8, Catalogue).OfferAt(one.Item, Start) != one.Offer), Is.GreaterThan(100));

    private static IEnumerable<DateTimeOffset> Days(int count) => Enumerable.Range(0, count).Select(day => Start.AddDays(day));

    private IEnumerable<(MarketItem Item, MarketOffer Offer)> Offers(DateTimeOffset at) => Catalogue.Items.Select(item => (item, _market.OfferAt(item, at)));
}
