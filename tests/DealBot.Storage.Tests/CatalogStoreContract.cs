using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Storage.Tests;

/// <summary>Deals as last seen, and every price seen of them.</summary>
public abstract class CatalogStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private ICatalogStore Catalog => Stage.Catalog;

    [Test]
    public async Task A_deal_comes_back_as_it_was_seen_in_every_field()
    {
        var deal = new Deal
        {
            Key = new DealKey("jd", "x:1"),
            SkuId = "100",
            MainSkuId = "99",
            Title = "“引号” <&> 😀",
            Brand = "牌",
            ShopName = "店",
            Seller = SellerKind.Platform,
            Category = "母婴",
            Subcategory = "纸尿裤",
            Price = new Money(12345),
            FinalPrice = new Money(9999),
            Coupon = Some.Coupon(Now, Now.AddDays(1)),
            CommissionRate = new Rate(1234),
            GoodReviews = new Rate(9876),
            Comments = 12,
            Sales30Days = 34,
            ImageUrl = new Uri("https://img.example/a.jpg"),
            MaterialUrl = "https://item.example/1",
            InStock = true,
            Channel = "22",
            SeenAt = Now,
        };

        await Catalog.RecordAsync([deal, Some.Deal("2")], default);

        Assert.That((await Catalog.LoadAsync(Now, default)).Select(seen => seen.Deal), Is.EqualTo(new[] { Some.Deal("2"), deal }));
    }

    [Test]
    public async Task Only_deals_seen_since_the_moment_are_loaded()
    {
        await Catalog.RecordAsync([Some.Deal("old", seenAt: Now.AddHours(-7)), Some.Deal("edge", seenAt: Now.AddHours(-6)), Some.Deal("new")], default);

        var loaded = await Catalog.LoadAsync(Now.AddHours(-6), default);

        Assert.That(loaded.Select(seen => seen.Deal.Key.ItemId), Is.EqualTo(new[] { "edge", "new" }));
    }

    [Test]
    public async Task A_later_report_replaces_an_earlier_one()
    {
        await SeeAsync(100, 0);
        await SeeAsync(90, 10);

        Assert.That((await Catalog.LoadAsync(Now, default)).Single().Deal.FinalPrice, Is.EqualTo(Money.FromYuan(90)));
    }

    [Test]
    public async Task An_older_report_does_not_replace_a_later_one()
    {
        await SeeAsync(90, 10);
        await SeeAsync(100, 0);

        Assert.That((await Catalog.LoadAsync(Now, default)).Single().Deal.FinalPrice, Is.EqualTo(Money.FromYuan(90)));
    }

    [Test]
    public async Task Once_the_clock_was_set_back_what_was_seen_before_gives_way()
    {
        await SeeAsync(90, 60);
        await SeeAsync(100, 0);

        Assert.That((await Catalog.LoadAsync(Now, default)).Single().Deal.FinalPrice, Is.EqualTo(Money.FromYuan(100)));
    }

    [Test]
    public async Task The_same_price_seen_again_lengthens_its_observation()
    {
        await SeeAsync(100, 0);
        await SeeAsync(100, 30);
        await SeeAsync(100, 60);

        Assert.That(Observations(), Is.EqualTo(new[] { (10000L, 0L, 60L) }));
    }

    [Test]
    public async Task Each_change_of_price_begins_an_observation_also_when_an_old_price_returns()
    {
        await SeeAsync(100, 0);
        await SeeAsync(90, 30);
        await SeeAsync(100, 60);
        await SeeAsync(100, 90);

        Assert.That(Observations(), Is.EqualTo(new[] { (10000L, 0L, 0L), (9000L, 30L, 30L), (10000L, 60L, 90L) }));
    }

    [Test]
    public async Task A_change_of_the_coupon_alone_begins_an_observation()
    {
        await Catalog.RecordAsync([Some.Deal()], default);
        await Catalog.RecordAsync([Some.Deal(seenAt: Now.AddMinutes(30)) with { Coupon = Some.Coupon() }], default);

        Assert.That(Stage.Query<long>("SELECT coupon_fen FROM price_observations ORDER BY first_seen"), Is.EqualTo(new[] { 0L, 2000L }));
    }

    [Test]
    public async Task An_older_report_does_not_shorten_an_observation()
    {
        await SeeAsync(100, 0);
        await SeeAsync(100, 60);
        await SeeAsync(100, 30);

        Assert.That(Observations(), Is.EqualTo(new[] { (10000L, 0L, 60L) }));
    }

    [Test]
    public async Task What_a_clock_that_ran_ahead_saw_does_not_make_every_sight_of_a_price_an_observation_of_its_own()
    {
        const int year = 365 * 24 * 60;
        await SeeAsync(100, 0);
        await SeeAsync(90, year);
        await SeeAsync(95, 30);
        await SeeAsync(95, 60);
        await SeeAsync(95, 90);

        Assert.That(Observations(), Is.EqualTo(new[] { (10000L, 0L, 0L), (9500L, 30L, 90L), (9000L, year, year) }));
    }

    [Test]
    public async Task The_lowest_price_of_each_day_by_china_s_clock_comes_back_with_the_deal()
    {
        await SeeAsync(100, 0);
        await SeeAsync(90, 30);
        await SeeAsync(95, 60);
        await SeeAsync(97, (15 * 60) - 1);
        await SeeAsync(80, 15 * 60);

        var prices = (await Catalog.LoadAsync(Now, default)).Single().Prices;

        var today = PriceDay.NumberOf(Now);
        Assert.That(prices.Days, Is.EqualTo(new[] { new PriceDay(today, Money.FromYuan(90)), new PriceDay(today + 1, Money.FromYuan(80)) }));
        Assert.That(Stage.Query<long>("SELECT last_day FROM price_days").Single(), Is.EqualTo(today + 1));
    }

    [Test]
    public async Task A_day_on_which_a_deal_was_not_seen_is_not_taken_for_one_on_which_it_was()
    {
        await SeeAsync(100, 0);
        await SeeAsync(100, 3 * 24 * 60);

        var today = PriceDay.NumberOf(Now);
        Assert.That((await Catalog.LoadAsync(Now, default)).Single().Prices.Days.Select(day => day.Day), Is.EqualTo(new[] { today, today + 3 }));
    }

    [Test]
    public async Task Of_observations_from_before_days_were_kept_both_ends_are_taken_over()
    {
        await SeeAsync(100, -10 * 24 * 60);
        await SeeAsync(100, -5 * 24 * 60);
        await SeeAsync(90, -4 * 24 * 60);
        Stage.Execute("DELETE FROM price_days");

        await SeeAsync(100, 0);

        var today = PriceDay.NumberOf(Now);
        Assert.That(
            (await Catalog.LoadAsync(Now, default)).Single().Prices.Days.Select(day => (day.Day - today, day.Low.Yuan)),
            Is.EqualTo(new[] { (-10, 100m), (-5, 100m), (-4, 90m), (0, 100m) }));
    }

    private Task SeeAsync(decimal price, int minute) => Catalog.RecordAsync([Some.Deal(price: price, seenAt: Now.AddMinutes(minute))], default);

    private IReadOnlyList<(long Price, long First, long Last)> Observations() => Stage.Query<(long, long, long)>(
        "SELECT final_price_fen, (first_seen - @start) / 60000, (last_seen - @start) / 60000 FROM price_observations ORDER BY first_seen",
        new { start = Now.ToUnixTimeMilliseconds() });
}
