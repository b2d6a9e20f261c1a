using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Core.Selection;
using DealBot.Templating;

namespace DealBot.Core.Tests.Rendering;

public sealed class DealModelTests
{
    [TestCase(0, "0", "0")]
    [TestCase(860, "860", "860")]
    [TestCase(999, "999", "999")]
    [TestCase(1_000, "1000+", "1000+")]
    [TestCase(2_345, "2300+", "2300+")]
    [TestCase(9_999, "9900+", "9900+")]
    [TestCase(10_000, "1万+", "10k+")]
    [TestCase(12_999, "1.2万+", "12k+")]
    [TestCase(999_999, "99.9万+", "999k+")]
    [TestCase(1_234_567, "123.4万+", "1.2M+")]
    public void Counts_are_written_as_shops_do_and_never_rounded_up(long count, string zh, string en) => Assert.That(DealModel.CountText(count), Is.EqualTo(new Phrase(zh, en)));

    [TestCase(100, 50, "5.0")]
    [TestCase(100, 99.9, "10.0")]
    [TestCase(100, 0.01, "0.1")]
    [TestCase(100, 100, null)]
    public void A_discount_is_written_in_tenths(decimal price, decimal finalPrice, string? expected) =>
        Assert.That(Model(Some.Deal(price: price, finalPrice: finalPrice))["discount"], Is.EqualTo(expected));

    [Test]
    public void What_a_template_sees_of_prices_is_text_without_superfluous_zeros()
    {
        var model = Model(Some.Deal(price: 129, finalPrice: 24.90m));

        Assert.That((model["price"], model["final_price"], model["saving"]), Is.EqualTo(("129", "24.9", "104.1")));
        Assert.That(model["has_saving"], Is.True);
    }

    [TestCase(null, null, null, null)]
    [TestCase(30, null, "30 天新低", 30)]
    [TestCase(30, 45, "观察 45 天以来新低", 45)]
    public void A_low_is_told_with_its_span_and_without_a_superlative(int? ofDays, int? sinceWatched, string? words, int? days)
    {
        var model = Model(Some.Deal(), new PriceFacts { LowOfDays = ofDays, LowSinceWatched = sinceWatched });

        Assert.That((model["low"], model["low_days"]), Is.EqualTo(((object?)words, (object?)days)));
        Assert.That(AdLaw.FirstWord(words ?? "", new SelectionSettings().AdLawWords), Is.Null);
    }

    [TestCase(30, null, "a 30-day low")]
    [TestCase(30, 45, "a new low in 45 days of watching")]
    public void A_low_is_told_in_the_groups_language(int? ofDays, int? sinceWatched, string words)
    {
        var facts = new PriceFacts { LowOfDays = ofDays, LowSinceWatched = sinceWatched };

        Assert.That(DealModel.Of(Some.Deal(), "https://a.example/g/x", null, facts: facts, language: Language.English)["low"], Is.EqualTo(words));
    }

    [Test]
    public void The_usual_price_is_the_one_that_was_seen_and_nothing_is_said_where_nothing_is_known()
    {
        var known = Model(Some.Deal(), new PriceFacts { Usual = Money.FromYuan(29.9m), RealDiscount = new Rate(1_672) });
        var unknown = Model(Some.Deal(price: 100, finalPrice: 50));

        Assert.That((known["usual_price"], known["real_discount"]), Is.EqualTo(("29.9", "16.72%")));
        Assert.That((unknown["usual_price"], unknown["real_discount"], unknown["low"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
    }

    [Test]
    public void Commission_is_not_shown_to_members()
    {
        var model = Model(Some.Deal(price: 100, rate: 37));

        Assert.That(model.Keys, Has.None.Contains("commission"));
        Assert.That(model.Select(pair => pair.Value as string), Has.None.EqualTo("37"));
    }

    [Test]
    public void No_word_of_a_network_mentions_anybody()
    {
        const string trap = "<at user_id=\"all\">@所有人</at>[CQ:at,qq=all]";
        var model = Model(Some.Deal(title: trap) with { Brand = trap, ShopName = trap, Category = trap, Subcategory = trap });

        Assert.That(model.Select(pair => pair.Value).OfType<string>(), Has.None.Contains("<at").And.None.Contains("@").And.None.Contains("[CQ:"));
    }

    [Test]
    public void The_end_of_a_coupon_is_the_day_in_china()
    {
        var coupon = (TemplateObject)Model(Some.Deal() with { Coupon = Some.Coupon(endsAt: new DateTimeOffset(2026, 6, 1, 16, 0, 0, TimeSpan.Zero)) })["coupon"]!;

        Assert.That((coupon["amount"], coupon["minimum"], coupon["ends"]), Is.EqualTo(("20", (object?)null, "06-02")));
    }

    [Test]
    public void The_moment_of_a_slot_is_told_by_the_clock_of_the_group()
    {
        var slot = Some.Slot(group: Some.Group() with { TimeZone = "Europe/Berlin" }) with { At = Some.Shanghai("2026-06-01 04:30") };
        var model = (TemplateObject)DealModel.OfPost(slot, [])["slot"]!;

        Assert.That((model["date"], model["time"]), Is.EqualTo(("2026-05-31", "22:30")));
    }

    [Test]
    public void A_post_without_deals_or_campaign_has_nulls_there()
    {
        var model = DealModel.OfPost(Some.Slot(), []);

        Assert.That((model["deal"], model["campaign"]), Is.EqualTo(((object?)null, (object?)null)));
    }

    private static TemplateObject Model(Deal deal, PriceFacts? facts = null) => DealModel.Of(deal, "https://a.example/g/x", null, facts: facts);
}
