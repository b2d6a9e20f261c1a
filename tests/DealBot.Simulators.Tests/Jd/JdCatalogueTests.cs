using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdCatalogueTests
{
    private static readonly IReadOnlyList<MarketItem> Items = MarketCatalogue.Build().Items;

    [Test]
    public void Holds_at_least_420_items_in_at_least_12_categories()
    {
        Assert.That(Items, Has.Count.GreaterThanOrEqualTo(420));
        Assert.That(Items.GroupBy(item => item.Category.Name1).ToList(), Has.Count.GreaterThanOrEqualTo(12));
        Assert.That(Items.GroupBy(item => item.Category.Name1).Select(group => group.Count()), Is.All.GreaterThanOrEqualTo(20));
    }

    [Test]
    public void Ids_are_unique()
    {
        Assert.That(Items.Select(item => item.SkuId), Is.Unique);
        Assert.That(Items.Select(item => item.ItemId), Is.Unique);
        Assert.That(Items.Select(item => item.ItemId), Is.All.Match("^MsDx[A-Za-z0-9_]{39}$"));
    }

    [Test]
    public void Category_numbers_name_one_category_each()
    {
        Assert.That(Items.Select(item => (item.Category.Cid2, item.Category.Name1, item.Category.Name2)).Distinct().Select(one => one.Cid2), Is.Unique);
        Assert.That(Items.Select(item => (item.Category.Cid3, item.Category.Name2, item.Category.Name3)).Distinct().Select(one => one.Cid3), Is.Unique);
    }

    [Test]
    public void Titles_are_unique_and_of_a_real_length()
    {
        Assert.That(Items.Select(item => item.Title), Is.Unique);
        Assert.That(Items.Select(item => item.Title.Length), Is.All.InRange(10, 60));
    }

    [Test]
    public void Prices_coupons_and_commissions_are_in_proportion()
    {
        foreach (var item in Items)
        {
            Assert.That(item.UsualPrice.Fen, Is.InRange(990, 300_000), item.Title);
            Assert.That(item.ListPrice.Fen, Is.InRange(item.UsualPrice.Fen, item.UsualPrice.Fen * 2), item.Title);
            Assert.That(item.UsualDiscount.Fen, Is.InRange(0, item.UsualPrice.Fen * 6 / 10), item.Title);
            Assert.That(item.CommissionRate.BasisPoints, Is.InRange(50, 5000), item.Title);
        }
    }

    [Test]
    public void Variants_of_a_style_share_the_main_sku() =>
        Assert.That(Items.GroupBy(item => item.SpuId).Count(group => group.Count() > 1), Is.GreaterThan(100));

    [Test]
    public void Every_rule_finds_work()
    {
        Assert.That(Items.Count(item => item.Title.Contains('最') || item.Title.Contains("第一") || item.Title.Contains("国家级")), Is.GreaterThan(4));
        Assert.That(Items.Count(item => item.CommissionRate < Rate.FromPercent(2)), Is.GreaterThan(8));
        Assert.That(Items.Count(item => item.GoodReviews < Rate.FromPercent(90)), Is.GreaterThan(8));
        Assert.That(Items.Count(item => item.Trait == MarketItemTrait.StaleCoupon), Is.GreaterThan(3));
        Assert.That(Items.Count(item => item.Trait == MarketItemTrait.SoldOut), Is.GreaterThan(3));
        Assert.That(Items.Count(item => item.IsSelfOperated), Is.GreaterThan(80).And.LessThan(Items.Count / 2));
    }

    [Test]
    public void Known_example_is_exact()
    {
        var bawang = Items.Single(item => item.Trait == MarketItemTrait.Pinned);

        Assert.That(bawang.Title, Is.EqualTo("霸王防脱育发洗发水 400ml 生姜滋养 控油蓬松 男女通用"));
        Assert.That(bawang.UsualPrice, Is.EqualTo(Money.FromYuan(49.9m)));
        Assert.That(bawang.UsualPrice - bawang.UsualDiscount, Is.EqualTo(Money.FromYuan(24.9m)));
        Assert.That(bawang.CommissionRate, Is.EqualTo(Rate.FromPercent(20)));
    }
}
