using System.Text;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Tests.Jd;
using DealBot.Simulators.Vip;

namespace DealBot.Simulators.Tests.Vip;

public sealed class VipSimulatorTests
{
    private const string Goods = "UnionGoodsV2Service";
    private const string Orders = "UnionOrderV2Service";
    private const string Urls = "UnionUrlV2Service";
    private const string Secret = "vip-demo-secret-0001";
    private const string Listing = """{"request":{"requestId":"r","sourceType":0,"channelType":1,"offset":0,"pageSize":20,"queryStock":true}}""";

    private HandClock _clock = null!;
    private VipSimulator _simulator = null!;
    private VipWire _wire = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _clock = new HandClock();
        _simulator = await VipSimulator.StartAsync(
            new VipSimulatorOptions
            {
                Clock = _clock,
                Seed = 7,
                Accounts = [new VipSimAccount("demoapp1", Secret, "u1", ["c1"]) { AccessToken = "tok0001" }, new VipSimAccount("plainapp", "plain-secret", "u2", ["c2"])],
                OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 1, SettlesAfter = TimeSpan.FromDays(20) },
            },
            CancellationToken.None);
        _wire = new VipWire(_simulator.Gateway, _clock, "demoapp1", Secret, "tok0001");
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
        const string Body =
            """{"queryModel":{"orderTimeEnd":1768443600000,"orderTimeStart":1768440000000,"page":1,"pageSize":50,"requestId":"0f0e0d0c-1111-4222-8333-444455556666"}}""";
        var query = _wire.Query(Orders, "orderList", Body);

        Assert.That(query["sign"], Is.EqualTo("12731AF3C223C4EC90E014CACD16A25B"));
        Assert.That((await _wire.SendAsync(query, Body)).ToJsonString(), Is.EqualTo("""{"returnCode":"0","result":null}"""));
    }

    [TestCase("appKey", null, "vipapis.miss-parameter")]
    [TestCase("appKey", "nobody", "vipapis.appkey-not-exist")]
    [TestCase("timestamp", null, "vipapis.miss-parameter")]
    [TestCase("timestamp", "1768443029", "vipapis.parameter-notmatch")]
    [TestCase("timestamp", "1768444231", "vipapis.parameter-notmatch")]
    [TestCase("timestamp", "1768443030", "0")]
    [TestCase("sign", "12731AF3C223C4EC90E014CACD16A25B", "vipapis.sign-not-match")]
    [TestCase("accessToken", "other", "vipapis.oauth-invalidate-failure")]
    [TestCase("accessToken", null, "vipapis.oauth-invalidate-failure")]
    [TestCase("method", "goodsListV2", "vipapis.api-invalidate-permission")]
    [TestCase("method", "nothingWithOauth", "vipapis.path.Error")]
    [TestCase("service", "com.vip.adp.api.open.service.Nothing", "vipapis.path.Error")]
    [TestCase("version", "1.0.0", "vipapis.parameter-notmatch")]
    public async Task Checks_each_parameter_of_the_system(string name, string? value, string code)
    {
        var answer = await _wire.SendAsync(_wire.Query(Goods, "goodsListV2", Listing, (name, value)), Listing);

        Assert.That(answer["returnCode"]!.GetValue<string>(), Is.EqualTo(code));
    }

    [Test]
    public async Task A_body_that_was_changed_on_the_way_has_a_wrong_signature()
    {
        var answer = await _wire.SendAsync(_wire.Query(Goods, "goodsListV2", Listing), Listing.Replace("20", "21", StringComparison.Ordinal));

        Assert.That(answer["returnCode"]!.GetValue<string>(), Is.EqualTo("vipapis.sign-not-match"));
    }

    [Test]
    public async Task Amounts_and_rates_are_text_and_times_milliseconds()
    {
        var row = (await _wire.CallAsync(Goods, "goodsListV2", Listing))!["goodsInfoList"]![0]!;

        Assert.That(row["goodsId"]!.GetValue<string>(), Does.Match("^69[0-9]{17}$"));
        Assert.That(row["vipPrice"]!.GetValue<string>(), Does.Match(@"^[0-9]+\.[0-9]{2}$"));
        Assert.That(row["commissionRate"]!.GetValue<string>(), Does.Match(@"^[0-9]+\.[0-9]{2}$"));
        Assert.That(row["schemeEndTime"]!.GetValue<long>(), Is.GreaterThan(_clock.GetUtcNow().ToUnixTimeMilliseconds()));
        Assert.That(row["saleStockStatus"]!.GetValue<int>(), Is.AnyOf(1, 2));
    }

    [TestCase(Goods, "goodsListV2", """{"request":{"requestId":"r","sourceType":0,"channelType":1,"pageSize":101}}""", "vipapis.request-data-max")]
    [TestCase(Goods, "goodsListV2", """{"request":{"sourceType":0,"channelType":1}}""", "vipapis.miss-parameter")]
    [TestCase(Goods, "goodsListV2", """{"request":{"requestId":"r","sourceType":0,"channelType":9}}""", "vipapis.parameter-notmatch")]
    [TestCase(Goods, "query", """{"request":{"requestId":"r","keyword":"纸","page":1,"pageSize":51}}""", "vipapis.request-data-max")]
    [TestCase(Goods, "query", """{"request":{"requestId":"r","page":1}}""", "vipapis.miss-parameter")]
    [TestCase(Orders, "orderList", """{"queryModel":{"requestId":"r","page":1}}""", "vipapis.miss-parameter")]
    [TestCase(Orders, "orderList", """{"queryModel":{"requestId":"r","page":0,"updateTimeStart":1,"updateTimeEnd":2}}""", "vipapis.parameter-notmatch")]
    [TestCase(Orders, "orderList", """{"queryModel":{"requestId":"r","page":1,"updateTimeStart":1,"updateTimeEnd":864000002}}""", "vipapis.parameter-notmatch")]
    [TestCase(Urls, "genByGoodsId", """{"goodsIdList":["1"],"requestId":"r"}""", "vipapis.miss-parameter")]
    public async Task Business_parameters_have_caps(string service, string method, string body, string code) =>
        Assert.That(await _wire.RefusalAsync(service, method, body), Is.EqualTo(code));

    [Test]
    public async Task An_order_goes_from_link_to_payout_and_moves_its_time_with_each_step()
    {
        var link = await ConvertAsync("g42_d7");
        var packed = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(
            Uri.UnescapeDataString(new Uri(link["longUrl"]!.GetValue<string>()).Query["?url=".Length..]))))!;
        using (var page = await _wire.Http.GetAsync(link["url"]!.GetValue<string>()))
            _simulator.Buy(page.Headers.GetValues(NetworkSimulator.VisitHeader).Single(), 2);

        var seen = new List<(int Status, int Settled, bool Signed, int Returned)>();
        for (var day = 0; day < 25; day++)
        {
            var from = _clock.GetUtcNow();
            seen.AddRange((await RowsAsync(from.AddSeconds(-1), from)).Select(row => (
                row["status"]!.GetValue<int>(), row["settled"]!.GetValue<int>(), row["signTime"]!.GetValue<long>() > 0, row["afterSaleChangeGoodsCount"]!.GetValue<int>())));
            _clock.Advance(TimeSpan.FromDays(1));
            _simulator.Advance();
        }

        Assert.That((packed["ucode"]!.GetValue<string>(), packed["chan"]!.GetValue<string>()), Is.EqualTo(("u1", "c1")));
        Assert.That(seen[0], Is.EqualTo((1, 0, false, 0)));
        Assert.That(seen.Select(state => (state.Status, state.Settled, state.Signed)).Distinct(), Is.EqualTo(new[] { (1, 0, false), (1, 0, true), (2, 1, true) }));
        Assert.That(seen[^1].Returned, Is.Positive);
    }

    [Test]
    public async Task Orders_carry_what_their_link_was_asked_to_carry()
    {
        var link = await ConvertAsync("g42_d7");
        using (var page = await _wire.Http.GetAsync(link["longUrl"]!.GetValue<string>()))
            _simulator.Buy(page.Headers.GetValues(NetworkSimulator.VisitHeader).Single(), 1);

        var row = (await RowsAsync(_clock.GetUtcNow().AddMinutes(-1), _clock.GetUtcNow())).Single();

        Assert.That((row["statParam"]!.GetValue<string>(), row["channelTag"]!.GetValue<string>(), row["openId"]!.GetValue<string>()), Is.EqualTo(("g42_d7", "c1", "me")));
        Assert.That(row["detailList"]![0]!["goodsId"]!.GetValue<string>(), Is.EqualTo(link["source"]!.GetValue<string>()));
    }

    [Test]
    public async Task Orders_of_others_are_not_shown()
    {
        var link = await ConvertAsync("g42_d7");
        using (var page = await _wire.Http.GetAsync(link["url"]!.GetValue<string>()))
            _simulator.Buy(page.Headers.GetValues(NetworkSimulator.VisitHeader).Single(), 1);
        using var stranger = new VipWire(_simulator.Gateway, _clock, "plainapp", "plain-secret", null);

        Assert.That(await stranger.CallAsync(Orders, "orderList", Window(_clock.GetUtcNow().AddMinutes(-1), _clock.GetUtcNow())), Is.Null);
    }

    [Test]
    public async Task Somebody_elses_position_is_refused()
    {
        const string Body = """{"goodsIdList":["6900000000000000001"],"chanTag":"c2","requestId":"r","urlGenByGoodsIdRequest":{"openId":"me","realCall":false}}""";

        Assert.That(await _wire.RefusalAsync(Urls, "genByGoodsId", Body), Does.StartWith("CALLEE_USER_"));
    }

    [Test]
    public async Task Too_many_calls_within_a_second_are_refused()
    {
        await using var simulator = await VipSimulator.StartAsync(
            new VipSimulatorOptions { Clock = _clock, RequestsPerSecond = 1, Accounts = [new VipSimAccount("demoapp1", Secret, "u1", ["c1"])] }, CancellationToken.None);
        using var wire = new VipWire(simulator.Gateway, _clock, "demoapp1", Secret, null);
        await wire.CallAsync(Goods, "goodsListV2", Listing);

        Assert.That(await wire.RefusalAsync(Goods, "goodsListV2", Listing), Is.EqualTo("vipapis.app-flow-overrun"));
    }

    private async Task<JsonNode> ConvertAsync(string statParam)
    {
        var goods = (await _wire.CallAsync(Goods, "goodsListV2", Listing))!["goodsInfoList"]!.AsArray().First(row => row!["saleStockStatus"]!.GetValue<int>() == 2)!;
        var body = $$"""
            {"goodsIdList":["{{goods["goodsId"]}}"],"chanTag":"c1","requestId":"r","statParam":"{{statParam}}",
            "urlGenByGoodsIdRequest":{"openId":"me","realCall":false,"adCode":"{{goods["adCode"]}}"} }
            """;
        return (await _wire.CallAsync(Urls, "genByGoodsId", body))!["urlInfoList"]![0]!;
    }

    private async Task<IReadOnlyList<JsonNode>> RowsAsync(DateTimeOffset from, DateTimeOffset to) =>
        [.. ((await _wire.CallAsync(Orders, "orderList", Window(from, to)))?["orderInfoList"]?.AsArray() ?? []).Select(row => row!)];

    private static string Window(DateTimeOffset from, DateTimeOffset to) =>
        $$"""{"queryModel":{"requestId":"r","page":1,"updateTimeStart":{{from.ToUnixTimeMilliseconds()}},"updateTimeEnd":{{to.ToUnixTimeMilliseconds()}} } }""";
}
