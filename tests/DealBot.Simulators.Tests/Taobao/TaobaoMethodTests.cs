using System.Globalization;
using System.Text.Json.Nodes;

namespace DealBot.Simulators.Tests.Taobao;

public sealed class TaobaoMethodTests
{
    private const string Orders = "taobao.tbk.order.details.get";

    private TaobaoWire _wire = null!;

    private DateTimeOffset Now => _wire.Clock.GetUtcNow();

    [SetUp]
    public async Task OpenAsync() => _wire = await TaobaoWire.StartAsync();

    [TearDown]
    public async Task CloseAsync() => await _wire.DisposeAsync();

    [Test]
    public async Task A_hit_has_the_shape_of_the_documents()
    {
        var rows = await _wire.SearchAsync("旗舰店", "100");

        Assert.That(rows, Has.Length.EqualTo(100));
        var row = rows.First(row => row["publish_info"]!["coupon_share_url"] is not null);
        var (prices, publishing) = (row["price_promotion_info"]!, row["publish_info"]!);
        Assert.That((string)row["item_id"]!, Does.Match("^[A-Za-z0-9_]{8}[0-9]{2}-[A-Za-z0-9_]{22}$"));
        var coupon = prices["final_promotion_path_list"]!["final_promotion_path_map_data"]![0]!["promotion_fee"];
        Assert.That(Yuan(prices["zk_final_price"]), Is.EqualTo(Yuan(prices["final_promotion_price"]) + Yuan(coupon)));
        Assert.That((string)publishing["click_url"]!, Does.Contain($"pid={TaobaoWire.Pid}").And.StartWith($"{_wire.Simulator.BaseAddress}t?e="));
        Assert.That(rows.Select(row => (string)row["item_id"]!), Is.Unique);
    }

    [Test]
    public async Task Two_searches_find_the_same_item_first_by_its_whole_title()
    {
        var row = (await _wire.SearchAsync("旗舰店"))[3];

        var again = await _wire.SearchAsync((string)row["item_basic_info"]!["title"]!);

        Assert.That((string)(again[0]["item_id"] ?? row["item_id"])!, Is.EqualTo((string)row["item_id"]!));
    }

    [Test]
    public async Task Nothing_found_is_a_refusal() => Assert.That(
        await _wire.RefusalAsync(TaobaoWire.Signed(_wire.Form("taobao.tbk.dg.material.optional.upgrade", ("adzone_id", "111222333"), ("q", "没有这件商品")))),
        Is.EqualTo((15, "50001", "无结果")));

    [Test]
    public async Task A_command_is_made_of_a_link_that_was_given_out_and_of_no_other()
    {
        var url = (string)(await _wire.SearchAsync("旗舰店"))[0]["publish_info"]!["click_url"]!;

        var made = (await _wire.CallAsync("taobao.tbk.tpwd.create", ("url", url)))["data"]!;
        var foreign = await _wire.RefusalAsync(TaobaoWire.Signed(_wire.Form("taobao.tbk.tpwd.create", ("url", "https://s.click.taobao.com/t?e=abc"))));

        Assert.That((string)made["password_simple"]!, Does.Match("^￥[0-9A-Za-z]{11}￥$"));
        Assert.That(_wire.Simulator.Open((string)made["model"]!)?.Link, Is.EqualTo(new Uri(url)));
        Assert.That((foreign.Code, _wire.Simulator.Open("￥nothing￥")?.Link), Is.EqualTo((15, (Uri?)null)));
    }

    [Test]
    public async Task An_order_goes_from_paid_to_received_to_settled_and_shows_in_each_window_of_its_changes()
    {
        var row = (await _wire.SearchAsync("旗舰店"))[0];
        var order = _wire.Simulator.Buy(await _wire.VisitAsync((string)row["publish_info"]!["click_url"]!), 2);

        var paid = TaobaoWire.RowsOf(await _wire.OrdersAsync(Now.AddMinutes(-1), Now))[0]!;
        _wire.Clock.Advance(TimeSpan.FromHours(11));
        _wire.Simulator.Advance();
        var received = TaobaoWire.RowsOf(await _wire.OrdersAsync(Now.AddMinutes(-1), Now))[0]!;
        _wire.Clock.Advance(TimeSpan.FromDays(1));
        _wire.Simulator.Advance();
        var settled = TaobaoWire.RowsOf(await _wire.OrdersAsync(Now.AddMinutes(-1), Now))[0]!;

        Assert.That(new[] { paid, received, settled }.Select(row => (int)row["tk_status"]!), Is.EqualTo(new[] { 12, 14, 3 }));
        Assert.That(new[] { paid, received, settled }.Select(row => (string)row["pub_share_fee"]!), Is.EqualTo(new[] { "0", "0", $"{order.EstimatedFee}" }));
        Assert.That(((string)paid["item_id"]!, (long)paid["adzone_id"]!, (string)paid["flow_source"]!), Is.EqualTo(((string)row["item_id"]!, 111222333L, "--")));
        Assert.That((string)paid["pub_share_pre_fee"]!, Is.EqualTo($"{order.EstimatedFee}"));
    }

    [Test]
    public async Task Windows_pages_and_positions_are_held_to()
    {
        var usual = new[] { ("start_time", TaobaoWire.TimeText(Now.AddHours(-3))), ("end_time", TaobaoWire.TimeText(Now)) };

        Assert.That((await _wire.CallAsync(Orders, usual))["data"]!["has_next"]!.GetValue<bool>(), Is.False);
        Assert.That((await RefusedAsync(("start_time", TaobaoWire.TimeText(Now.AddHours(-3).AddSeconds(-1))))).Words, Does.Contain("3小时"));
        Assert.That((await RefusedAsync(("page_size", "101"))).Code, Is.EqualTo(15));
        Assert.That((await RefusedAsync(("page_no", "2"))).Words, Does.Contain("position_index"));
        Assert.That((await RefusedAsync(("page_no", "2"), ("position_index", "1_a|2_b"))).Words, Does.Contain("position_index"));
        Assert.That((await RefusedAsync(("start_time", ""))).Code, Is.EqualTo(40));

        async Task<(int Code, string? SubCode, string? Words)> RefusedAsync(params (string, string)[] more) => await _wire.RefusalAsync(TaobaoWire.Signed(_wire.Form(Orders, [.. usual, .. more])));
    }

    [Test]
    public async Task A_page_is_followed_by_the_next_when_its_position_is_given_back()
    {
        var url = (string)(await _wire.SearchAsync("旗舰店"))[0]["publish_info"]!["click_url"]!;
        for (var number = 0; number < 3; number++)
        {
            _wire.Simulator.Buy(await _wire.VisitAsync(url), 1);
        }

        var first = await _wire.OrdersAsync(Now.AddMinutes(-1), Now, ("page_size", "2"));
        var second = await _wire.OrdersAsync(Now.AddMinutes(-1), Now, ("page_size", "2"), ("page_no", "2"), ("position_index", (string)first["data"]!["position_index"]!));

        Assert.That((TaobaoWire.RowsOf(first).Count, TaobaoWire.RowsOf(second).Count), Is.EqualTo((2, 1)));
        Assert.That(((bool)first["data"]!["has_next"]!, (bool)second["data"]!["has_next"]!, (bool)second["data"]!["has_pre"]!), Is.EqualTo((true, false, true)));
    }

    private static decimal Yuan(JsonNode? node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);
}
