using System.Text.Json.Nodes;
using System.Web;
using DealBot.Simulators.Market;
using DealBot.Simulators.Suning;
using DealBot.Simulators.Tests.Jd;

namespace DealBot.Simulators.Tests.Suning;

public sealed class SuningSimulatorTests
{
    private const string High = "suning.netalliance.inverstmentcommodity.query";
    private const string Order = "suning.netalliance.order.query";
    private const string ItemLink = "suning.netalliance.storepromotionurl.query";
    private const string PageLink = "suning.netalliance.custompromotionurl.query";
    private const string Key = "demoappkey01";
    private const string Secret = "sn-demo-secret-0001";
    private const string Window = """{"startTime":"2026-01-15 09:00:00","endTime":"2026-01-15 10:00:00","orderLineStatus":"0","pageNo":"1","pageSize":"50"}""";

    private HandClock _clock = null!;
    private SuningSimulator _simulator = null!;
    private SuningWire _wire = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _clock = new HandClock();
        _simulator = await SuningSimulator.StartAsync(
            new SuningSimulatorOptions
            {
                Clock = _clock,
                Seed = 7,
                Accounts = [new SuningSimAccount(Key, Secret, "60000001", ["101917"]), new SuningSimAccount("otherkey", "other-secret", "60000002", ["201917"])],
                OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 1 },
            },
            CancellationToken.None);
        _wire = new SuningWire(_simulator.Gateway, _clock, Key, Secret);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _wire.Dispose();
        await _simulator.DisposeAsync();
    }

    [Test]
    public async Task Accepts_the_published_signature()
    {
        var body = SuningWire.Body("queryOrder", Window);
        var headers = _wire.Headers(Order, body);

        Assert.That(headers["signInfo"], Is.EqualTo("d5d20b0109b02b49dc665ae6e2105b8c"));
        Assert.That((await _wire.SendAsync(Order, headers, body))["sn_error"]!["error_code"]!.GetValue<string>(), Is.EqualTo("biz.handler.data-get:no-result"));
    }

    [TestCase("AppKey", "nobody", "sys.check.app-key:inexistence")]
    [TestCase("AppRequestTime", "2026-01-15T10:20:30", "sys.check.request-time:overdue")]
    [TestCase("AppRequestTime", "2026-01-15 10:10:29", "sys.check.request-time:overdue")]
    [TestCase("AppRequestTime", "2026-01-15 10:30:31", "sys.check.request-time:overdue")]
    [TestCase("AppRequestTime", "2026-01-15 10:10:30", "biz.handler.data-get:no-result")]
    [TestCase("AppMethod", "suning.netalliance.other.query", "sys.check.method-permission:authority")]
    [TestCase("VersionNo", "v1.1", "sys.check.method-permission:authority")]
    [TestCase("signInfo", "D5D20B0109B02B49DC665AE6E2105B8C", "sys.check.sign:invalid")]
    public async Task Checks_each_header(string name, string value, string code) =>
        Assert.That(await _wire.RefusalAsync(Order, "queryOrder", Window, (name, value)), Is.EqualTo(code));

    [Test]
    public async Task A_body_that_was_changed_on_the_way_has_a_wrong_signature()
    {
        var body = SuningWire.Body("queryOrder", Window);
        var answer = await _wire.SendAsync(Order, _wire.Headers(Order, body), body + " ");

        Assert.That(answer["sn_error"]!["error_code"]!.GetValue<string>(), Is.EqualTo("sys.check.sign:invalid"));
    }

    [TestCase("startTime", "2026-01-15")]
    [TestCase("endTime", "2026-01-16 09:00:01")]
    [TestCase("endTime", "2026-01-15 08:59:59")]
    [TestCase("pageSize", "9")]
    [TestCase("pageSize", "51")]
    [TestCase("pageNo", "0")]
    public async Task Orders_have_caps(string name, string value)
    {
        var parameters = JsonNode.Parse(Window)!.AsObject();
        parameters[name] = value;

        Assert.That(await _wire.RefusalAsync(Order, "queryOrder", parameters.ToJsonString()), Is.EqualTo($"biz.order.{name}-format:error"));
    }

    [Test]
    public async Task Everything_about_goods_is_text()
    {
        var row = (await GoodsAsync())[0]!;

        Assert.That(row.ToJsonString(), Does.Not.Match("\":[0-9]"));
        Assert.That(row["commodityInfo"]!["supplierCode"]!.GetValue<string>(), Has.Length.EqualTo(10));
        Assert.That(row["commodityInfo"]!["commodityPrice"]!.GetValue<string>(), Does.Match(@"^[0-9]+\.[0-9]{2}$"));
    }

    [Test]
    public async Task An_order_goes_from_link_to_return_and_moves_its_time_with_each_step()
    {
        var link = await ConvertAsync("1");
        await BuyAsync(HttpUtility.UrlDecode(link["wapExtendUrl"]!.GetValue<string>()));

        var seen = new List<(string Code, string Words)>();
        for (var hour = 0; hour < 60; hour++)
        {
            var now = _clock.GetUtcNow();
            seen.AddRange((await LinesAsync(now.AddSeconds(-1), now)).Select(line => (line["childAccountId"]!.GetValue<string>(), line["orderLineStatusDesc"]!.GetValue<string>())));
            _clock.Advance(TimeSpan.FromHours(1));
            _simulator.Advance();
        }

        Assert.That(seen.Select(state => state.Words).Distinct(), Is.EqualTo(new[] { "支付完成", "确认收货", "退货完成" }));
        Assert.That(seen.Select(state => state.Code), Is.All.EqualTo("g42_d7"));
    }

    [Test]
    public async Task A_long_link_names_promoter_position_group_and_target()
    {
        var link = await ConvertAsync("1");
        var told = HttpUtility.ParseQueryString(new Uri(link["pcExtendUrl"]!.GetValue<string>()).Query);

        Assert.That((told["userId"], told["adBookId"], told["subUserEx"]), Is.EqualTo(("60000001", "101917", "g42_d7")));
        Assert.That(told["vistURL"], Does.StartWith("https://product.suning.com/"));
        Assert.That((await ConvertAsync("2"))["pcExtendUrl"]!.GetValue<string>(), Does.Contain("/u/"));
    }

    [Test]
    public async Task The_coupons_page_gives_out_its_coupon_and_the_items_page_does_not()
    {
        var row = (await GoodsAsync()).First(row => row!["couponInfo"] is JsonObject coupon && string.CompareOrdinal(coupon["endTime"]!.GetValue<string>(), "2026-01-16") > 0)!;
        var coupon = await PageAsync(row["couponInfo"]!["couponUrl"]!.GetValue<string>());
        var item = await PageAsync(row["commodityInfo"]!["productUrl"]!.GetValue<string>());

        Assert.That(await _wire.Http.GetStringAsync(coupon["shortUrl"]!.GetValue<string>()), Does.Contain("券后价"));
        Assert.That(await _wire.Http.GetStringAsync(item["extendUrl"]!.GetValue<string>()), Does.Contain("到手价"));
    }

    [TestCase("""{"visitUrl":"https://product.suning.com/0000000000/1.html","adBookId":"101917"}""", "visitUrl")]
    [TestCase("""{"visitUrl":"https://www.suning.com/","adBookId":"101917"}""", "visitUrl")]
    [TestCase("""{"adBookId":"101917"}""", "visitUrl")]
    public async Task Pages_that_are_none_of_its_own_are_refused(string parameters, string name) =>
        Assert.That(await _wire.RefusalAsync(PageLink, "queryCustompromotionurl", parameters), Is.EqualTo($"biz.custompromotionurl.{name}-format:error"));

    [Test]
    public async Task Somebody_elses_position_is_refused()
    {
        var info = (await GoodsAsync())[0]!["commodityInfo"]!;

        Assert.That(
            await _wire.RefusalAsync(ItemLink, "queryStorepromotionurl", $$"""{"adBookId":"201917","mertCode":"{{info["supplierCode"]}}","commCode":"{{info["commodityCode"]}}"}"""),
            Is.EqualTo("biz.storepromotionurl.adBookId-format:error"));
    }

    private async Task<JsonArray> GoodsAsync() => (await _wire.CallAsync(High, "queryInverstmentcommodity", """{"pageIndex":"1","size":"50"}""")).AsArray();

    private async Task<JsonNode> ConvertAsync(string urlType)
    {
        var info = (await GoodsAsync()).Select(row => row!["commodityInfo"]!).First(info => info["saleStatus"]!.GetValue<string>() == "0");
        return await _wire.CallAsync(
            ItemLink,
            "queryStorepromotionurl",
            $$"""{"adBookId":"101917","mertCode":"{{info["supplierCode"]}}","commCode":"{{info["commodityCode"]}}","subUser":"g42_d7","urlType":"{{urlType}}"}""");
    }

    private Task<JsonNode> PageAsync(string page) =>
        _wire.CallAsync(PageLink, "queryCustompromotionurl", new JsonObject { ["visitUrl"] = page, ["adBookId"] = "101917" }.ToJsonString());

    private async Task BuyAsync(string link)
    {
        using var page = await _wire.Http.GetAsync(link);
        _simulator.Buy(page.Headers.GetValues(NetworkSimulator.VisitHeader).Single(), 1);
    }

    private async Task<List<JsonNode>> LinesAsync(DateTimeOffset from, DateTimeOffset to)
    {
        string Write(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

        var body = SuningWire.Body("queryOrder", $$"""{"startTime":"{{Write(from)}}","endTime":"{{Write(to)}}","pageNo":"1","pageSize":"50"}""");
        var answer = await _wire.SendAsync(Order, _wire.Headers(Order, body), body);
        return [.. (answer["sn_body"]?["queryOrder"]?.AsArray() ?? []).SelectMany(order => order!["orderDetail"]!.AsArray()).Select(line => line!)];
    }
}
