using DealBot.Contracts;
using DealBot.Networks.Taobao;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoDealsTests
{
    private const string WithCoupon =
        """
        {"zk_final_price":"129.00","final_promotion_price":"109.00","final_promotion_path_list":{"final_promotion_path_map_data":[
          {"promotion_title":"商品券","promotion_desc":"满99减20","promotion_fee":"20","promotion_id":"p1",
           "promotion_start_time":"2026-01-01 00:00:00","promotion_end_time":"END"}]}}
        """;

    [Test]
    public async Task A_hit_becomes_a_deal()
    {
        var deal = await ReadAsync(TaobaoSome.Row());

        Assert.That(deal, Is.Not.Null);
        Assert.That((deal!.Key, deal.Title, deal.Brand, deal.ShopName), Is.EqualTo((new DealKey("taobao", "SimNewId-0001"), TaobaoSome.Title, "测试", "测试旗舰店")));
        Assert.That((deal.Price, deal.FinalPrice, deal.CommissionRate), Is.EqualTo((Money.FromYuan(29.9m), Money.FromYuan(19.9m), Rate.FromPercent(10))));
        Assert.That((deal.Category, deal.Subcategory, deal.Sales30Days), Is.EqualTo(("居家", "抽纸", (long?)1200)));
        Assert.That((deal.ImageUrl, deal.MaterialUrl), Is.EqualTo((new Uri("https://img.alicdn.com/a.jpg"), "https://detail.tmall.com/item.htm?id=SimNewId-0001")));
        Assert.That((deal.SeenAt, deal.Coupon), Is.EqualTo((TaobaoScene.Noon, (Coupon?)null)));
    }

    [TestCase("""{"income_info":{"commission_rate":"1550","commission_amount":"3.98"}}""", 2000, TestName = "The amount is the truth")]
    [TestCase("""{"income_info":{"commission_rate":"1550"}}""", 1550, TestName = "A rate alone is read in hundredths of a percent")]
    [TestCase("""{"income_rate":1550}""", 1550, TestName = "A rate may stand one level higher, as a number")]
    public async Task Commission_is_read(string publishing, int basisPoints) =>
        Assert.That((await ReadAsync(TaobaoSome.Row(publishing: publishing)))!.CommissionRate, Is.EqualTo(new Rate(basisPoints)));

    [Test]
    public async Task The_unit_of_rates_is_a_setting() => Assert.That(
        (await ReadAsync(TaobaoSome.Row(publishing: """{"income_rate":"15.5"}"""), options: options => options with { RateUnit = TaobaoRateUnit.Percent }))!.CommissionRate,
        Is.EqualTo(new Rate(1550)));

    [Test]
    public async Task The_account_gets_its_part_of_the_commission() => Assert.That(
        (await ReadAsync(TaobaoSome.Row(), account => account with { SharePercent = 90 }))!.CommissionRate, Is.EqualTo(Rate.FromPercent(9)));

    [TestCase("""{"income_info":{"commission_amount":"--"}}""")]
    [TestCase("""{"income_info":{"commission_amount":"25"}}""", Description = "more than the price")]
    [TestCase("{}")]
    public async Task What_earns_nobody_knows_what_is_left_out(string publishing) =>
        Assert.That(await ReadAsync(TaobaoSome.Row(publishing: publishing)), Is.Null);

    [Test]
    public async Task A_coupon_is_read_with_what_it_asks_for()
    {
        var deal = await ReadAsync(TaobaoSome.Row(prices: WithCoupon.Replace("END", "2026-01-20 23:59:59", StringComparison.Ordinal)));

        Assert.That((deal!.Price, deal.FinalPrice), Is.EqualTo((Money.FromYuan(129), Money.FromYuan(109))));
        Assert.That((deal.Coupon!.Discount, deal.Coupon.MinimumSpend, deal.Coupon.EndsAt), Is.EqualTo((
            Money.FromYuan(20), Money.FromYuan(99), (DateTimeOffset?)new DateTimeOffset(2026, 1, 20, 23, 59, 59, TimeSpan.FromHours(8)))));
    }

    [Test]
    public async Task A_coupon_that_is_over_makes_no_price()
    {
        var deal = await ReadAsync(TaobaoSome.Row(prices: WithCoupon.Replace("END", "2026-01-15 11:59:59", StringComparison.Ordinal)));

        Assert.That((deal!.FinalPrice, deal.Coupon), Is.EqualTo((Money.FromYuan(129), (Coupon?)null)));
    }

    [TestCase("""{"zk_final_price":"","final_promotion_price":"--"}""")]
    [TestCase("""{"zk_final_price":"0"}""")]
    public async Task A_hit_without_a_price_is_left_out(string prices) => Assert.That(await ReadAsync(TaobaoSome.Row(prices: prices)), Is.Null);

    [Test]
    public async Task A_final_price_above_the_price_is_none() => Assert.That(
        (await ReadAsync(TaobaoSome.Row(prices: """{"zk_final_price":19.9,"final_promotion_price":29.9}""")))!.FinalPrice, Is.EqualTo(Money.FromYuan(19.9m)));

    [Test]
    public async Task Pages_are_asked_for_until_all_are_seen()
    {
        using var scene = new TaobaoScene(options: options => options with { PageSize = 10 });
        scene.Gateway.Answers(
            TaobaoSome.Goods(12, [.. Enumerable.Range(0, 10).Select(number => TaobaoSome.Row($"item-{number}"))]),
            TaobaoSome.Goods(12, TaobaoSome.Row("item-9"), TaobaoSome.Row("item-10"), TaobaoSome.Row("item-11")));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(12));
        Assert.That(scene.Gateway.Forms.Select(form => (form["page_no"], form["page_size"], form["adzone_id"], form["q"])), Is.EqualTo(new[]
        {
            ("1", "10", "111222333", "纸巾"), ("2", "10", "111222333", "纸巾"),
        }));
    }

    [Test]
    public async Task Without_a_wish_the_first_category_is_listed_and_without_one_the_first_word()
    {
        using var byCategory = new TaobaoScene(options: options => options with { Categories = [50012345, 2] });
        byCategory.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row()));
        var deal = (await byCategory.ListAsync(keyword: null)).Single();
        using var byWord = new TaobaoScene(options: options => options with { Keywords = ["牛奶"] });
        byWord.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row()));
        await byWord.ListAsync(keyword: null);

        Assert.That((byCategory.Gateway.Forms[0]["cat"], byCategory.Gateway.Forms[0].ContainsKey("q"), deal.Channel), Is.EqualTo(("50012345", false, "50012345")));
        Assert.That((byWord.Gateway.Forms[0]["q"], byWord.Gateway.Forms[0].ContainsKey("cat")), Is.EqualTo(("牛奶", false)));
    }

    [Test]
    public async Task Nothing_found_is_an_empty_list()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Refusal(15, "Remote service error", "50001", "无结果"));

        Assert.That(await scene.ListAsync(), Is.Empty);
    }

    private static async Task<Deal?> ReadAsync(string row, Func<TaobaoAccount, TaobaoAccount>? account = null, Func<TaobaoOptions, TaobaoOptions>? options = null)
    {
        using var scene = new TaobaoScene(account, options);
        scene.Gateway.Answers(TaobaoSome.Goods(row));
        return (await scene.ListAsync()).SingleOrDefault();
    }
}
