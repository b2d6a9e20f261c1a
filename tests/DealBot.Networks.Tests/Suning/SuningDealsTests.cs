using DealBot.Contracts;
using DealBot.Networks.Suning;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningDealsTests
{
    [Test]
    public async Task A_row_becomes_a_deal()
    {
        var deal = await ReadAsync();

        Assert.That(deal, Is.EqualTo(new Deal
        {
            Key = new DealKey("suning", SuningSome.Item),
            SkuId = "11222350513",
            Title = "测试纸巾 24包",
            ShopName = "测试旗舰店",
            Seller = SellerKind.Shop,
            Category = "家清",
            Subcategory = "抽纸",
            Price = new Money(5_990),
            FinalPrice = new Money(4_990),
            Coupon = new Coupon(
                new Money(1_000),
                new Money(5_000),
                SuningSome.CouponPage,
                new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.FromHours(8)),
                new DateTimeOffset(2026, 1, 16, 23, 59, 59, TimeSpan.FromHours(8))),
            CommissionRate = new Rate(300),
            Sales30Days = 1_234,
            ImageUrl = new Uri("https://imgservice.suning.cn/1.jpg"),
            MaterialUrl = SuningSome.Page,
            InStock = true,
            Channel = "high",
            SeenAt = SuningScene.Noon,
        }));
    }

    [TestCase("0000000000", SellerKind.Platform)]
    [TestCase("", SellerKind.Platform)]
    [TestCase("70057321", SellerKind.Shop)]
    public async Task A_shop_without_a_number_is_Sunings_own(string supplier, SellerKind seller) =>
        Assert.That((await ReadAsync(("supplierCode", $"\"{supplier}\"")))!.Seller, Is.EqualTo(seller));

    [Test]
    public async Task Zeros_before_a_number_do_not_make_another_item() => Assert.That(
        (await ReadAsync(("commodityCode", "\"000000011222350513\""), ("supplierCode", "\"70057321\"")))!.Key.ItemId, Is.EqualTo(SuningSome.Item));

    [TestCase("couponEndTime", "\"2026-01-15 11:59:59\"")]
    [TestCase("endTime", "\"2026-01-15 12:00:00\"")]
    [TestCase("couponStartTime", "\"2026-01-16 00:00:00\"")]
    [TestCase("bounsLimit", "\"60\"")]
    [TestCase("couponCount", "\"0\"")]
    [TestCase("couponValue", "\"59.90\"")]
    [TestCase("couponUrl", "\"\"")]
    public async Task A_coupon_that_cannot_be_used_makes_no_price(string name, string json)
    {
        var coupon = System.Text.Json.Nodes.JsonNode.Parse(SuningSome.Row())!["couponInfo"]!.AsObject();
        coupon[name] = System.Text.Json.Nodes.JsonNode.Parse(json);

        var deal = await ReadAsync(("couponInfo", coupon.ToJsonString()));

        Assert.That((deal!.FinalPrice, deal.Coupon), Is.EqualTo((new Money(5_990), (Coupon?)null)));
    }

    [Test]
    public async Task Coupons_that_are_not_to_be_used_make_no_price()
    {
        using var scene = new SuningScene(options: options => options with { UseCoupons = false });
        scene.Gateway.Answers(SuningSome.High(1, SuningSome.Row()));

        Assert.That((await scene.ListAsync()).Single().FinalPrice, Is.EqualTo(new Money(5_990)));
    }

    [TestCase("commodityCode", "\"\"")]
    [TestCase("commodityName", "\"\"")]
    [TestCase("commodityPrice", "\"--\"", "snPrice")]
    [TestCase("rate", "\"\"")]
    public async Task A_row_that_cannot_be_posted_is_left_out(string name, string json, string? other = null) =>
        Assert.That(await ReadAsync((name, json), (other ?? name, json)), Is.Null);

    [TestCase("couponInfo", "\"\"")]
    [TestCase("couponInfo", "null")]
    [TestCase("categoryInfo", "\"\"")]
    [TestCase("pictureUrl", "\"\"")]
    [TestCase("saleStatus", "\"\"")]
    [TestCase("monthSales", "\"1万+\"")]
    public async Task What_is_missing_is_no_fault(string name, string json) => Assert.That(await ReadAsync((name, json)), Is.Not.Null);

    [TestCase(SuningRateUnit.Percent, "\"3.5\"", 350)]
    [TestCase(SuningRateUnit.Fraction, "\"0.035\"", 350)]
    [TestCase(SuningRateUnit.Percent, "\"0.5\"", 50)]
    public async Task The_unit_of_rates_is_a_setting(SuningRateUnit unit, string json, int basisPoints)
    {
        using var scene = new SuningScene(options: options => options with { RateUnit = unit });
        scene.Gateway.Answers(SuningSome.High(1, SuningSome.Row(("rate", json))));

        Assert.That((await scene.ListAsync()).Single().CommissionRate.BasisPoints, Is.EqualTo(basisPoints));
    }

    [Test]
    public async Task A_percentage_is_never_taken_for_a_fraction()
    {
        using var scene = new SuningScene(options: options => options with { RateUnit = SuningRateUnit.Fraction });
        scene.Gateway.Answers(SuningSome.High(1, SuningSome.Row(("rate", "\"3.5\""))));

        Assert.That(await scene.ListAsync(), Is.Empty);
    }

    private static async Task<Deal?> ReadAsync(params (string, string?)[] changes)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.High(1, SuningSome.Row(changes)));
        return (await scene.ListAsync()).SingleOrDefault();
    }
}
