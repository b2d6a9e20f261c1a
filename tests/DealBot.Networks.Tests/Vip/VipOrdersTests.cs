using DealBot.Contracts;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipOrdersTests
{
    [Test]
    public async Task A_received_order_becomes_an_update()
    {
        var report = (await PullAsync(VipSome.Order())).Single();

        Assert.That(report.Order, Is.EqualTo(new OrderUpdate
        {
            Network = "vip",
            RowId = $"26011500001-{VipSome.Item}",
            OrderId = "26011500001",
            Deal = new DealKey("vip", VipSome.Item),
            Title = "测试连衣裙",
            Quantity = 2,
            Status = OrderStatus.Confirmed,
            StatusCode = "1",
            StatusText = new Phrase("已签收（已签收）", "Received (已签收)"),
            OrderedAt = VipScene.Noon.AddDays(-2),
            FinishedAt = VipScene.Noon.AddHours(-1),
            ModifiedAt = VipScene.Noon.AddHours(-1),
            EstimatedBase = new Money(23_980),
            EstimatedFee = new Money(2_398),
            ActualBase = new Money(23_980),
            ActualFee = new Money(2_398),
            CommissionRate = new Rate(1_000),
            Tracking = new Tracking("g42_d7", VipScene.ChanTag),
            Raw = VipSome.Order(),
        }));
    }

    [TestCase("1", "0", "0", OrderStatus.Paid)]
    [TestCase("1", "0", "1768440000000", OrderStatus.Confirmed)]
    [TestCase("2", "0", "1768440000000", OrderStatus.Confirmed)]
    [TestCase("2", "0", "0", OrderStatus.Confirmed)]
    [TestCase("2", "1", "1768440000000", OrderStatus.Settled)]
    [TestCase("2", "\"1\"", "0", OrderStatus.Settled)]
    [TestCase("\"0\"", "0", "1768440000000", OrderStatus.Invalid)]
    [TestCase("0", "1", "0", OrderStatus.Invalid)]
    [TestCase("9", "1", "1768440000000", OrderStatus.Unknown)]
    [TestCase("null", "0", "0", OrderStatus.Unknown)]
    public async Task Statuses_are_told_from_three_fields(string status, string settled, string signTime, OrderStatus expected)
    {
        var order = (await PullAsync(VipSome.Order(("status", status), ("settled", settled), ("signTime", signTime)))).Single().Order!;

        Assert.That(order.Status, Is.EqualTo(expected));
        Assert.That(order.EstimatedFee, Is.EqualTo(new Money(2_398)));
        Assert.That(order.ActualFee, Is.EqualTo(expected is OrderStatus.Confirmed or OrderStatus.Settled ? new Money(2_398) : Money.Zero));
    }

    [TestCase("253402300799999", TestName = "The last millisecond of 9999 is no time")]
    [TestCase("9223372036854775807", TestName = "The largest number is no time")]
    public async Task A_time_beyond_the_calendar_is_none(string milliseconds)
    {
        var order = (await PullAsync(VipSome.Order(("signTime", milliseconds), ("status", "2")))).Single().Order!;

        Assert.That((order.Status, order.FinishedAt), Is.EqualTo((OrderStatus.Confirmed, (DateTimeOffset?)null)));
    }

    [TestCase("\"11.99\"")]
    [TestCase("\"-11.99\"")]
    public async Task Returns_lower_the_actual_commission_whatever_their_sign(string takenBack)
    {
        var detail = $$"""[{"goodsId":"1","goodsCount":2,"commissionTotalCost":"239.80","commission":"23.98","afterSaleInfo":[{"afterSaleChangedCommission":{{takenBack}},"afterSaleChangedGoodsCount":1}]}]""";

        var order = (await PullAsync(VipSome.Order(("detailList", detail)))).Single().Order!;

        Assert.That((order.EstimatedFee, order.ActualFee, order.ActualBase, order.Returned), Is.EqualTo((new Money(2_398), new Money(1_199), new Money(11_990), 1)));
    }

    [Test]
    public async Task Returns_that_only_the_order_tells_count_too()
    {
        var order = (await PullAsync(VipSome.Order(("afterSaleChangeCommission", "\"50.00\""), ("afterSaleChangeGoodsCount", "2")))).Single().Order!;

        Assert.That((order.ActualFee, order.ActualBase, order.Returned), Is.EqualTo((Money.Zero, Money.Zero, 2)));
    }

    [Test]
    public async Task An_order_of_several_items_becomes_a_row_each_that_can_be_read_again()
    {
        const string Details =
            """[{"goodsId":"11","goodsCount":1,"sizeId":"a","commissionTotalCost":"10.00","commission":"1.00"},{"goodsId":"22","goodsCount":1,"commissionTotalCost":"20.00","commission":"2.00","afterSaleInfo":[{"afterSaleChangedCommission":"2.00"}]},{"goodsId":"11","goodsCount":2,"sizeId":"b","commissionTotalCost":"30.00","commission":"3.00"}]""";
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Orders(1, VipSome.Order(("detailList", Details), ("afterSaleChangeCommission", "\"2.00\""))));

        var orders = (await scene.ReportsAsync()).Select(report => report.Order!).ToList();

        Assert.That(
            orders.Select(order => (order.RowId, order.Quantity, order.EstimatedBase, order.EstimatedFee, order.ActualFee)),
            Is.EqualTo(new[] { ("26011500001-11", 3, new Money(4_000), new Money(400), new Money(400)), ("26011500001-22", 1, new Money(2_000), new Money(200), Money.Zero) }));
        Assert.That(orders.Select(order => scene.Network.ReadOrder(order.Raw, VipScene.Noon)), Is.EqualTo(orders));
    }

    [TestCase("6.00", 267, 133)]
    [TestCase("4.00", 400, 200, TestName = "Unless the items' commissions are not the order's")]
    public async Task What_is_taken_back_of_a_whole_order_falls_to_its_items_by_their_commission(string ofOrder, int first, int second)
    {
        const string Details = """[{"goodsId":"11","goodsCount":1,"commissionTotalCost":"40.00","commission":"4.00"},{"goodsId":"22","goodsCount":1,"commissionTotalCost":"20.00","commission":"2.00"}]""";
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Orders(1, VipSome.Order(("detailList", Details), ("commission", $"\"{ofOrder}\""), ("afterSaleChangeCommission", "\"-2.00\""))));

        var orders = (await scene.ReportsAsync()).Select(report => report.Order!).ToList();

        Assert.That(orders.Select(order => (order.EstimatedFee, order.ActualFee)), Is.EqualTo(new[] { (new Money(400), new Money(first)), (new Money(200), new Money(second)) }));
        Assert.That(orders.Select(order => scene.Network.ReadOrder(order.Raw, VipScene.Noon)), Is.EqualTo(orders));
    }

    [TestCase("orderSn", null)]
    [TestCase("detailList", "[]")]
    [TestCase("detailList", """[{"goodsName":"x"}]""")]
    public async Task A_row_that_cannot_be_booked_comes_as_it_is(string name, string? json)
    {
        var report = (await PullAsync(VipSome.Order((name, json)))).Single();

        Assert.That(report.Order, Is.Null);
        Assert.That(report.Raw, Is.EqualTo(VipSome.Order((name, json))));
    }

    [Test]
    public async Task A_row_without_an_update_time_changed_by_the_end_of_the_window() =>
        Assert.That((await PullAsync(VipSome.Order(("lastUpdateTime", "0")))).Single().Order!.ModifiedAt, Is.EqualTo(VipScene.Noon));

    [Test]
    public async Task Numbers_out_of_all_reason_end_nothing()
    {
        const string Detail = """[{"goodsId":"1","goodsCount":99999999999999999999,"commission":"1e30","afterSaleInfo":[{"afterSaleChangedGoodsCount":-1e25}]}]""";

        Assert.That((await PullAsync(VipSome.Order(("detailList", Detail)))).Single().Order, Is.Not.Null);
    }

    [TestCase(OrderTime.Updated, "updateTimeStart", "updateTimeEnd", "orderTimeStart")]
    [TestCase(OrderTime.Ordered, "orderTimeStart", "orderTimeEnd", "updateTimeStart")]
    public async Task A_window_is_asked_for_in_milliseconds(OrderTime by, string start, string end, string absent)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Body("null"));

        Assert.That(await scene.ReportsAsync(by), Is.Empty);

        var query = scene.Gateway.Calls.Single().Json.GetProperty("queryModel");
        Assert.That((query.GetProperty(start).GetInt64(), query.GetProperty(end).GetInt64()), Is.EqualTo((VipSome.At(-1), VipSome.At(0))));
        Assert.That(query.TryGetProperty(absent, out _), Is.False);
    }

    [Test]
    public void What_was_kept_and_is_no_row_reads_as_nothing()
    {
        using var scene = new VipScene();

        Assert.That(scene.Network.ReadOrder("<html>", VipScene.Noon), Is.Null);
        Assert.That(scene.Network.ReadOrder("[]", VipScene.Noon), Is.Null);
    }

    private static async Task<List<OrderReport>> PullAsync(string row)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Orders(1, row));
        return await scene.ReportsAsync();
    }
}
