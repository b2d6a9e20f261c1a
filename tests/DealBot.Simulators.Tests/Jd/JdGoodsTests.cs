using System.Text.Json.Nodes;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdGoodsTests : JdSimulatorFixture
{
    [Test]
    public async Task Lists_a_row_with_the_documented_fields_and_units()
    {
        var row = await BawangAsync();

        Assert.That(row["skuName"]!.GetValue<string>(), Does.StartWith("霸王防脱育发洗发水 400ml"));
        Assert.That(row["materialUrl"]!.GetValue<string>(), Is.EqualTo($"jingfen.jd.com/detail/{row["itemId"]}.html"));
        Assert.That(row["priceInfo"]!.ToJsonString(), Does.Contain("\"lowestCouponPrice\":24.9,\"lowestPrice\":49.9"));
        Assert.That(row["commissionInfo"]!.ToJsonString(), Does.Contain("\"commission\":9.98,\"commissionShare\":20,\"couponCommission\":4.98"));
        Assert.That(row["couponInfo"]!["couponList"]![0]!.ToJsonString(), Does.Contain("\"discount\":25,"));
        Assert.That(row["owner"]!.GetValue<string>(), Is.EqualTo("p"));
        Assert.That(row["imageInfo"]!["imageList"]![0]!["url"]!.GetValue<string>(), Is.EqualTo($"{Simulator.BaseAddress}img/{row["skuId"]}.jpg"));
    }

    [Test]
    public async Task Pages_through_a_channel_without_losing_or_repeating_rows()
    {
        var seen = new List<string>();
        var total = 0;
        for (var page = 1; seen.Count == (page - 1) * 50; page++)
        {
            var answer = await Wire.ChannelAsync(23, page);
            total = answer["totalCount"]!.GetValue<int>();
            seen.AddRange(answer["data"]!.AsArray().Select(row => row!["itemId"]!.GetValue<string>()));
        }

        Assert.That(seen, Is.Unique);
        Assert.That(seen, Has.Count.EqualTo(total).And.Count.EqualTo(Simulator.Catalogue.Items.Count));
    }

    [TestCase(1)]
    [TestCase(10)]
    [TestCase(22)]
    [TestCase(24)]
    [TestCase(25)]
    [TestCase(26)]
    [TestCase(27)]
    [TestCase(28)]
    [TestCase(30)]
    [TestCase(31)]
    [TestCase(33)]
    [TestCase(40)]
    [TestCase(110)]
    [TestCase(129)]
    [TestCase(519)]
    public async Task Every_channel_has_goods_and_names_itself(int eliteId)
    {
        var rows = (await Wire.ChannelAsync(eliteId))["data"]!.AsArray();

        Assert.That(rows, Is.Not.Empty);
        Assert.That(rows.Select(row => row!["resourceInfo"]!["eliteId"]!.GetValue<int>()), Is.All.EqualTo(eliteId));
    }

    [TestCase("""{"goodsReq":{"eliteId":22,"pageSize":51}}""")]
    [TestCase("""{"goodsReq":{"eliteId":22,"pageIndex":0}}""")]
    [TestCase("""{"goodsReq":{"pageSize":20}}""")]
    [TestCase("""{"goodsReq":{"eliteId":"first"}}""")]
    [TestCase("""{"goodsReq":{"eliteId":99999}}""")]
    [TestCase("""{"goodsReq":{"eliteId":22,"sortName":"beauty"}}""")]
    [TestCase("""{"goodsReqDTO":{"eliteId":22}}""")]
    [TestCase("not json")]
    [TestCase("")]
    public async Task Refuses_bad_channel_parameters(string json) =>
        Assert.That(await Wire.CodeAsync("jd.union.open.goods.jingfen.query", json), Is.EqualTo(401));

    [TestCase("\"keyword\":\"抽纸\",\"pageSize\":31", 401)]
    [TestCase("\"keyword\":\"抽纸\",\"owner\":\"x\"", 401)]
    [TestCase("\"keyword\":\"宇宙飞船\"", 201)]
    [TestCase("\"keyword\":\"抽纸\",\"pageIndex\":10000", 202)]
    public async Task Refuses_bad_searches(string criteria, int code) =>
        Assert.That((await Wire.SearchAsync(criteria))["code"]!.GetValue<int>(), Is.EqualTo(code));

    [Test]
    public async Task Search_filters_by_price_owner_coupon_and_category()
    {
        var answer = await Wire.SearchAsync("\"cid1\":16750,\"pricefrom\":10,\"priceto\":40,\"owner\":\"g\",\"isCoupon\":1,\"pageSize\":30");

        Assert.That(answer["data"]!.AsArray(), Is.Not.Empty);
        foreach (var row in answer["data"]!.AsArray())
        {
            Assert.That(row!["categoryInfo"]!["cid1Name"]!.GetValue<string>(), Is.EqualTo("个护清洁"));
            Assert.That(row["priceInfo"]!["lowestCouponPrice"]!.GetValue<decimal>(), Is.InRange(10m, 40m));
            Assert.That(row["owner"]!.GetValue<string>(), Is.EqualTo("g"));
            Assert.That(row["couponInfo"]!["couponList"]!.AsArray(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Search_finds_ids_of_both_kinds_and_tells_the_stock_only_if_asked()
    {
        var bawang = await BawangAsync();
        var other = Simulator.Catalogue.Items[0];

        var answer = await Wire.SearchAsync($"\"itemIds\":[\"{bawang["itemId"]}\"],\"skuIds\":[{other.SkuId}],\"fields\":\"stockState\"");

        Assert.That(
            answer["data"]!.AsArray().Select(row => row!["skuId"]!.GetValue<long>()),
            Is.EquivalentTo([bawang["skuId"]!.GetValue<long>(), other.SkuId]));
        Assert.That(answer["data"]!.AsArray().Select(row => row!["stockState"]!.GetValue<int>()), Is.All.AnyOf(0, 1));
        Assert.That(bawang.ContainsKey("stockState"), Is.False);
    }

    [Test]
    public async Task Sorts_by_commission_share_downwards_and_by_price_upwards()
    {
        var shares = await SortedAsync("commissionShare", "desc", row => row["commissionInfo"]!["commissionShare"]!);
        var prices = await SortedAsync("price", "asc", row => row["priceInfo"]!["lowestCouponPrice"]!);

        Assert.That(shares, Is.Ordered.Descending);
        Assert.That(prices, Is.Ordered.Ascending);
    }

    [Test]
    public async Task Prices_and_coupons_change_from_week_to_week_but_not_within_a_minute()
    {
        var today = (await Wire.ChannelAsync(24)).ToJsonString();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var minuteLater = (await Wire.ChannelAsync(24)).ToJsonString();
        Clock.Advance(TimeSpan.FromDays(7));
        var weekLater = (await Wire.ChannelAsync(24)).ToJsonString();

        Assert.That(DataOf(minuteLater), Is.EqualTo(DataOf(today)));
        Assert.That(DataOf(weekLater), Is.Not.EqualTo(DataOf(today)));
    }

    [Test]
    public async Task Coupons_on_offer_are_valid_unless_the_item_is_the_stale_kind()
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = new List<JsonNode?>();
        for (var page = 1; page <= 10; page++)
            rows.AddRange((await Wire.ChannelAsync(23, page))["data"]!.AsArray());

        var coupons = rows.SelectMany(row => row!["couponInfo"]!["couponList"]!.AsArray()).Select(coupon => coupon!["getEndTime"]!.GetValue<long>()).ToList();

        Assert.That(coupons, Has.Count.GreaterThan(250).And.Count.LessThan(rows.Count));
        Assert.That(coupons.Count(end => end < now), Is.InRange(3, 30));
    }

    private static string DataOf(string answer) => JsonNode.Parse(answer)!["data"]!.ToJsonString();

    private async Task<List<decimal>> SortedAsync(string name, string direction, Func<JsonNode, JsonNode> value)
    {
        var answer = await Wire.SearchAsync($"\"keyword\":\"家用\",\"sortName\":\"{name}\",\"sort\":\"{direction}\",\"pageSize\":30");
        return [.. answer["data"]!.AsArray().Select(row => value(row!).GetValue<decimal>())];
    }
}
