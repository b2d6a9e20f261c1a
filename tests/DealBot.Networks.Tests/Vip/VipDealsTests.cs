using DealBot.Contracts;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipDealsTests
{
    [Test]
    public async Task A_row_becomes_a_deal()
    {
        var deal = await ReadAsync();

        Assert.That(deal, Is.EqualTo(new Deal
        {
            Key = new DealKey("vip", VipSome.Item),
            MainSkuId = "77",
            Title = "测试连衣裙",
            Brand = "测试",
            ShopName = "测试旗舰店",
            Seller = SellerKind.Shop,
            Category = "女装",
            Subcategory = "连衣裙",
            Price = new Money(13_990),
            FinalPrice = new Money(11_990),
            Coupon = new Coupon(new Money(2_000), new Money(10_000), "c1", VipScene.Noon.AddDays(-1), VipScene.Noon.AddDays(1)),
            CommissionRate = new Rate(1_000),
            GoodReviews = Rate.FromPercent(98),
            Comments = 2_000,
            Sales30Days = 1_234,
            ImageUrl = new Uri("https://a.vpimg4.com/1.jpg"),
            MaterialUrl = $"https://detail.vip.com/detail-1-{VipSome.Item}.html#adCode=ad1",
            InStock = true,
            Channel = "1",
            SeenAt = VipScene.Noon,
        }));
    }

    [TestCase("""{"couponNo":"c1","fav":"20","buy":"100","activateEndTime":1700000000000}""", TestName = "An_expired_coupon_makes_no_price")]
    [TestCase("""{"couponNo":"c1","fav":"20","buy":"200"}""", TestName = "A_coupon_that_one_piece_does_not_reach_makes_no_price")]
    [TestCase("""{"couponNo":"c1","fav":"200","buy":"0"}""", TestName = "A_coupon_above_the_price_makes_no_price")]
    public async Task A_coupon_that_cannot_be_used_makes_no_price(string coupon)
    {
        var deal = await ReadAsync(("couponInfo", coupon));

        Assert.That((deal!.FinalPrice, deal.Coupon), Is.EqualTo((deal.Price, (Coupon?)null)));
    }

    [Test]
    public async Task The_larger_of_two_coupons_counts()
    {
        var deal = await ReadAsync(("exclusiveCoupon", """{"couponNo":"c2","fav":"30","buy":"100"}"""), ("estimatePrice", null));

        Assert.That((deal!.FinalPrice, deal.Coupon!.Link), Is.EqualTo((new Money(10_990), "c2")));
    }

    [Test]
    public async Task Without_coupon_the_estimate_of_a_promotion_counts()
    {
        var deal = await ReadAsync(("couponInfo", "\"\""), ("estimatePrice", "129.5"));

        Assert.That((deal!.Price, deal.FinalPrice), Is.EqualTo((new Money(13_990), new Money(12_950))));
    }

    [TestCase("estimatePrice", "\"150.00\"")]
    [TestCase("estimatePrice", "\"0\"")]
    [TestCase("estimatePrice", "\"--\"")]
    public async Task An_estimate_of_no_use_is_not_used(string name, string json)
    {
        var deal = await ReadAsync((name, json), ("couponInfo", null));

        Assert.That(deal!.FinalPrice, Is.EqualTo(deal.Price));
    }

    [TestCase("goodsId", "\"\"")]
    [TestCase("goodsName", "\" \"")]
    [TestCase("vipPrice", "\"0\"")]
    [TestCase("vipPrice", "\"--\"")]
    [TestCase("commissionRate", "\"\"")]
    [TestCase("commissionRate", "\"101\"")]
    [TestCase("status", "0")]
    public async Task A_row_that_cannot_be_posted_is_left_out(string name, string json) => Assert.That(await ReadAsync((name, json)), Is.Null);

    [Test]
    public async Task What_is_not_told_is_null_and_not_zero()
    {
        var deal = await ReadAsync(("spuId", null), ("commentsInfo", "\"\""), ("productSales", "\"100+\""), ("saleStockStatus", null), ("storeInfo", "[]"), ("sourceType", null));

        Assert.That(
            (deal!.MainSkuId, deal.Comments, deal.GoodReviews, deal.Sales30Days, deal.InStock, deal.ShopName, deal.Seller),
            Is.EqualTo(((string?)null, (long?)null, (Rate?)null, (long?)null, (bool?)null, (string?)null, SellerKind.Unknown)));
    }

    [TestCase("11.5", 1_150)]
    [TestCase("\"5.00\"", 500)]
    [TestCase("\"0.015\"", 2)]
    public async Task Rates_are_percent(string json, int basisPoints) =>
        Assert.That((await ReadAsync(("commissionRate", json)))!.CommissionRate.BasisPoints, Is.EqualTo(basisPoints));

    private static async Task<Deal?> ReadAsync(params (string, string?)[] changes)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Goods(VipSome.Row(changes)));
        return (await scene.ListAsync()).SingleOrDefault();
    }
}
