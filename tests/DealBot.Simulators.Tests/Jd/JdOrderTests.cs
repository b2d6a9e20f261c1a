using System.Text.Json.Nodes;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdOrderTests : JdSimulatorFixture
{
    [Test]
    public async Task Purchase_shows_in_the_window_of_its_update_time_with_the_tracking_of_the_link()
    {
        var order = Simulator.Buy(await VisitAsync(await ConvertBawangAsync("g42_d7")), 2);

        var row = (await RowsOfLastHourAsync()).Single();

        Assert.That(row["id"]!.GetValue<string>(), Is.EqualTo(Simulator.Write(order).Id));
        Assert.That(row["subUnionId"]!.GetValue<string>(), Is.EqualTo("g42_d7"));
        Assert.That(row["positionId"]!.GetValue<long>(), Is.EqualTo(77));
        Assert.That(row["validCode"]!.GetValue<int>(), Is.AnyOf(15, 16));
        Assert.That(row["orderTime"]!.GetValue<string>(), Is.EqualTo("2026-01-15 10:20:30"));
        Assert.That(row["finishTime"]!.GetValue<string>(), Is.Empty);
    }

    [Test]
    public async Task Estimated_fee_is_base_by_rate_by_final_rate()
    {
        Simulator.Buy(await VisitAsync(await ConvertBawangAsync("g42_d7")), 2);

        var row = (await RowsOfLastHourAsync()).Single();

        // Two at 49.9 less one coupon of 25; 20 % of which 90 % are the promoter's.
        Assert.That(row["price"]!.GetValue<decimal>(), Is.EqualTo(49.9m));
        Assert.That(row["estimateCosPrice"]!.GetValue<decimal>(), Is.EqualTo(74.8m));
        Assert.That(row["commissionRate"]!.GetValue<decimal>(), Is.EqualTo(20m));
        Assert.That(row["finalRate"]!.GetValue<decimal>(), Is.EqualTo(90m));
        Assert.That(row["estimateFee"]!.GetValue<decimal>(), Is.EqualTo(13.46m));
        Assert.That(row["actualFee"]!.GetValue<decimal>(), Is.Zero);
    }

    [Test]
    public async Task Change_brings_a_row_back_with_a_new_update_time()
    {
        await BuyManyAsync(30);
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.That(await RowsOfLastHourAsync(), Is.Empty);

        Simulator.Advance();
        var rows = await RowsOfLastHourAsync();

        Assert.That(rows, Has.Count.GreaterThan(15));
        Assert.That(rows.Select(row => row["modifyTime"]!.GetValue<string>()), Is.All.EqualTo("2026-01-15 22:20:30"));
        Assert.That(rows.Select(row => row["orderTime"]!.GetValue<string>()), Is.All.EqualTo("2026-01-15 10:20:30"));
    }

    [Test]
    public async Task Most_orders_complete_some_are_cancelled_and_some_returned()
    {
        await BuyManyAsync(200);
        AdvanceDays(8);

        var orders = Simulator.Orders;

        Assert.That(orders.Select(order => order.ValidCode), Is.All.AnyOf(3, 17));
        Assert.That(orders.Count(order => order.ValidCode == 3), Is.InRange(8, 40));
        Assert.That(orders.Count(order => order.Returned > 0), Is.InRange(4, 30));
        Assert.That(orders.Where(order => order.ValidCode == 17).Select(order => order.PayMonth), Is.All.EqualTo(20260220));
    }

    [Test]
    public async Task Return_lowers_the_actual_fee()
    {
        await BuyManyAsync(200);
        AdvanceDays(8);

        var returned = Simulator.Orders.First(order => order.Returned == 1);

        Assert.That(returned.ActualBase.Fen, Is.EqualTo(returned.EstimatedBase.Fen * 2 / 3));
        Assert.That(returned.ActualFee, Is.LessThan(returned.EstimatedFee).And.GreaterThan(Contracts.Money.Zero));
        Assert.That(returned.BalanceExt, Is.EqualTo($"{{20260220:{returned.ActualFee.ToPriceText()}}}"));
    }

    [Test]
    public async Task Completed_orders_have_finish_time_actual_fee_and_payout_day()
    {
        await BuyManyAsync(20);
        Clock.Advance(TimeSpan.FromHours(12));
        Simulator.Advance();

        var row = (await RowsOfLastHourAsync()).First(row => row["validCode"]!.GetValue<int>() == 17);

        Assert.That(row["finishTime"]!.GetValue<string>(), Does.StartWith("2026-01-15"));
        Assert.That(row["actualFee"]!.GetValue<decimal>(), Is.EqualTo(row["estimateFee"]!.GetValue<decimal>()));
        Assert.That(row["payMonth"]!.GetValue<int>(), Is.EqualTo(20260220));
    }

    [Test]
    public async Task Answers_by_order_time_and_by_finish_time_too()
    {
        await BuyManyAsync(20);

        Assert.That(await RowsOfLastHourAsync(type: 1), Has.Count.EqualTo(20));
        Assert.That(await RowsOfLastHourAsync(type: 2), Is.Empty);
    }

    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"startTime\":\"2026-01-15 09:00:00\",\"endTime\":\"2026-01-15 10:00:01\"", 2002453)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"startTime\":\"2026-01-15 09:00:00\",\"endTime\":\"2026-01-15 10:00:00\"", 200)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":501,\"startTime\":\"2026-01-15 09:00:00\",\"endTime\":\"2026-01-15 10:00:00\"", 2002400)]
    [TestCase("\"type\":4,\"pageIndex\":1,\"pageSize\":500,\"startTime\":\"2026-01-15 09:00:00\",\"endTime\":\"2026-01-15 10:00:00\"", 2002400)]
    [TestCase("\"type\":3,\"pageIndex\":0,\"pageSize\":500,\"startTime\":\"2026-01-15 09:00:00\",\"endTime\":\"2026-01-15 10:00:00\"", 2002400)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"startTime\":\"2026-01-15 10:00:00\",\"endTime\":\"2026-01-15 09:00:00\"", 2002400)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"startTime\":\"20260115100000\",\"endTime\":\"20260115110000\"", 2002400)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"startTime\":\"2025-10-01 09:00:00\",\"endTime\":\"2025-10-01 10:00:00\"", 2002400)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"key\":\"k\",\"childUnionId\":1", 2002400)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"key\":\"k\"", 2002403)]
    [TestCase("\"type\":3,\"pageIndex\":1,\"pageSize\":500,\"childUnionId\":1", 2002410)]
    public async Task Keeps_windows_and_caps(string request, int code) =>
        Assert.That((await Wire.QueryOrdersAsync(request))["code"]!.GetValue<int>(), Is.EqualTo(code));

    [Test]
    public async Task Pages_while_there_is_more()
    {
        await BuyManyAsync(25);
        var now = Clock.GetUtcNow();
        var ids = new List<string>();
        JsonObject answer;
        var page = 1;
        do
        {
            answer = await Wire.OrdersAsync(now - TimeSpan.FromHours(1), now, pageIndex: page++, pageSize: 10);
            ids.AddRange(answer["data"]!.AsArray().Select(row => row!["id"]!.GetValue<string>()));
        }
        while (answer["hasMore"]!.GetValue<bool>());

        Assert.That(page, Is.EqualTo(4));
        Assert.That(ids, Is.Unique.And.Count.EqualTo(25));
    }

    [Test]
    public async Task Empty_answer_has_no_data_at_all()
    {
        var now = Clock.GetUtcNow();

        var answer = await Wire.OrdersAsync(now - TimeSpan.FromMinutes(1), now);

        Assert.That(answer.ContainsKey("data"), Is.False);
        Assert.That(answer["hasMore"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task Goods_and_category_come_only_if_asked_for()
    {
        var order = Simulator.Buy(await VisitAsync(await ConvertBawangAsync("g1")), 1);

        var plain = (await RowsOfLastHourAsync()).Single();
        var full = await Wire.QueryOrdersAsync($"\"orderId\":{order.OrderId},\"fields\":\"goodsInfo,categoryInfo\"");

        Assert.That(plain.ContainsKey("goodsInfo") || plain.ContainsKey("categoryInfo"), Is.False);
        Assert.That(full["data"]![0]!["goodsInfo"]!["owner"]!.GetValue<string>(), Is.EqualTo("p"));
        Assert.That(full["data"]![0]!["categoryInfo"]!["cid3Name"]!.GetValue<string>(), Is.EqualTo("洗发水"));
    }

    [Test]
    public async Task Nobody_sees_the_orders_of_another_account()
    {
        Simulator.Buy(await VisitAsync(await ConvertBawangAsync("g1")), 1);
        using var plain = new JdWire(Simulator.Gateway, Clock, Plain.AppKey, Plain.AppSecret);
        var now = Clock.GetUtcNow();

        var answer = await plain.OrdersAsync(now - TimeSpan.FromHours(1), now);

        Assert.That(answer.ContainsKey("data"), Is.False);
    }

    [Test]
    public async Task Same_seed_and_calls_give_the_same_pages_and_orders()
    {
        await using var twin = await JdSimulator.StartAsync(Options(), CancellationToken.None);
        using var twinWire = new JdWire(twin.Gateway, Clock, Key, Secret);
        var link = await ConvertBawangAsync("g1");
        var order = Simulator.Buy(await VisitAsync(link), 1);

        var twinPage = (await twinWire.ChannelAsync(1))["data"]!.AsArray().Select(row => row!["itemId"]!.GetValue<string>()).ToList();
        var bawang = await BawangAsync();
        await twinWire.ConvertAsync(
            $$"""
            "materialId":"{{bawang["materialUrl"]}}","subUnionId":"g1","positionId":77,
            "couponUrl":"{{bawang["couponInfo"]!["couponList"]![0]!["link"]}}"
            """);
        var twinVisit = await VisitAsync(new Uri(twin.BaseAddress, new Uri(link).AbsolutePath).AbsoluteUri);

        var page = (await Wire.ChannelAsync(1))["data"]!.AsArray().Select(row => row!["itemId"]!.GetValue<string>());
        Assert.That(page, Is.EqualTo(twinPage));
        Assert.That(twin.Buy(twinVisit, 1), Is.EqualTo(order));
    }

    [Test]
    public void Unknown_visit_buys_nothing() =>
        Assert.That(() => Simulator.Buy("nowhere-1", 1), Throws.ArgumentException);

    [Test]
    public async Task Sold_out_item_can_not_be_bought()
    {
        var item = Simulator.Catalogue.Items.First(one => one.Trait == MarketItemTrait.SoldOut);
        var answer = await Wire.ConvertAsync($"\"materialId\":\"item.jd.com/{item.SkuId}.html\"");
        var visit = await VisitAsync(answer["data"]!["shortURL"]!.GetValue<string>());

        Assert.That(Simulator.TryBuy(visit, 1), Is.Null);
        Assert.That(() => Simulator.Buy(visit, 1), Throws.InvalidOperationException);
    }

    private async Task BuyManyAsync(int count)
    {
        var visit = await VisitAsync(await ConvertBawangAsync("g42_d7"));
        for (var index = 0; index < count; index++)
            Simulator.Buy(visit, 3);
    }

    private void AdvanceDays(int days)
    {
        for (var hour = 0; hour < days * 24; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            Simulator.Advance();
        }
    }
}
