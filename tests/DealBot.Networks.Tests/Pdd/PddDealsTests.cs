using DealBot.Contracts;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddDealsTests
{
    [Test]
    public async Task Maps_a_whole_row()
    {
        var deal = (await ListAsync(PddSome.Row())).Single();

        Assert.That(deal, Is.EqualTo(new Deal
        {
            Key = new DealKey("pdd", PddSome.Sign),
            Title = "测试洗衣液 2kg×4瓶",
            Brand = "测试",
            ShopName = "测试专营店",
            Seller = SellerKind.Shop,
            Category = "百货",
            Price = new Money(2990),
            FinalPrice = new Money(1990),
            Coupon = new Coupon(
                new Money(1000),
                new Money(2000),
                $"https://mobile.yangkeduo.com/goods.html?goods_sign={PddSome.Sign}",
                PddScene.Noon.AddDays(-1),
                PddScene.Noon.AddDays(1)),
            CommissionRate = new Rate(2000),
            ImageUrl = new Uri("https://img.pddpic.com/sim.jpg"),
            MaterialUrl = $"https://mobile.yangkeduo.com/goods.html?goods_sign={PddSome.Sign}&search_id=search-1",
            Channel = "15",
            SeenAt = PddScene.Noon,
        }));
        Assert.That(deal.EstimatedCommission, Is.EqualTo(new Money(398)));
    }

    [Test]
    public async Task Numbers_may_be_text_and_optional_fields_absent()
    {
        var deal = (await ListAsync(PddSome.Row(changes:
        [
            ("min_group_price", "\"2990\""), ("coupon_discount", "\"1000\""), ("promotion_rate", "\"200\""), ("has_coupon", null), ("mall_name", null),
            ("coupon_min_order_amount", null), ("coupon_remain_quantity", null), ("coupon_start_time", null), ("coupon_end_time", "\"0\""),
            ("brand_name", "\"\""), ("goods_image_url", null), ("opt_name", null), ("merchant_type", null), ("only_scene_auth", null),
        ]))).Single();

        Assert.That((deal.Price, deal.FinalPrice, deal.CommissionRate), Is.EqualTo((new Money(2990), new Money(1990), new Rate(2000))));
        Assert.That(deal.ImageUrl, Is.EqualTo(new Uri("https://img.pddpic.com/sim-small.jpg")));
        Assert.That((deal.Brand, deal.ShopName, deal.Category, deal.Seller), Is.EqualTo(((string?)null, (string?)null, "", SellerKind.Unknown)));
    }

    [TestCase("has_coupon", "false")]
    [TestCase("coupon_discount", "0")]
    [TestCase("coupon_discount", "null")]
    [TestCase("coupon_discount", "2990")]
    [TestCase("coupon_min_order_amount", "3000")]
    [TestCase("coupon_remain_quantity", "0")]
    [TestCase("coupon_start_time", "1768453201")]
    [TestCase("coupon_end_time", "1768449600")]
    public async Task A_coupon_that_cannot_be_used_makes_no_price(string name, string json)
    {
        var deal = (await ListAsync(PddSome.Row(changes: (name, json)))).Single();

        Assert.That((deal.Coupon, deal.FinalPrice), Is.EqualTo(((Coupon?)null, new Money(2990))));
    }

    [TestCase("goods_sign", null)]
    [TestCase("goods_name", "\" \"")]
    [TestCase("min_group_price", "0")]
    [TestCase("min_group_price", "29.9")]
    [TestCase("min_group_price", "\"--\"")]
    [TestCase("promotion_rate", null)]
    [TestCase("promotion_rate", "1001")]
    [TestCase("only_scene_auth", "true")]
    public async Task What_cannot_be_posted_is_left_out(string name, string? json)
    {
        var deals = await ListAsync(PddSome.Row("broken", (name, json)), PddSome.Row());

        Assert.That(deals.Select(deal => deal.Key.ItemId), Is.EqualTo(new[] { PddSome.Sign }));
    }

    [TestCase("1", 10)]
    [TestCase("55", 550)]
    [TestCase("12.5", 125)]
    [TestCase("1000", 10_000)]
    public async Task Commission_is_told_per_mille(string rate, int basisPoints) =>
        Assert.That((await ListAsync(PddSome.Row(changes: ("promotion_rate", rate)))).Single().CommissionRate, Is.EqualTo(new Rate(basisPoints)));

    private static async Task<List<Deal>> ListAsync(params string[] rows)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Goods(rows.Length, rows));
        return await scene.ListAsync();
    }
}
