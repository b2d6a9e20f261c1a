using DealBot.Contracts;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningOrdersTests
{
    [Test]
    public async Task A_received_line_becomes_an_update()
    {
        var row = SuningSome.Order(SuningSome.Line());

        Assert.That((await PullAsync(row)).Single().Order, Is.EqualTo(new OrderUpdate
        {
            Network = "suning",
            RowId = "3200001201601",
            OrderId = "32000012016",
            Deal = new DealKey("suning", SuningSome.Item),
            Title = "测试纸巾 24包",
            Quantity = 2,
            Status = OrderStatus.Confirmed,
            StatusCode = "确认收货",
            StatusText = new Phrase("已收货", "Received"),
            OrderedAt = new DateTimeOffset(2026, 1, 14, 9, 30, 0, TimeSpan.FromHours(8)),
            FinishedAt = new DateTimeOffset(2026, 1, 15, 11, 0, 0, TimeSpan.FromHours(8)),
            ModifiedAt = new DateTimeOffset(2026, 1, 15, 11, 0, 0, TimeSpan.FromHours(8)),
            EstimatedBase = new Money(9_980),
            EstimatedFee = new Money(299),
            ActualBase = new Money(9_980),
            ActualFee = new Money(299),
            CommissionRate = new Rate(300),
            Tracking = new Tracking("g42_d7", "101917"),
            Raw = row,
        }));
    }

    [TestCase("等待支付", OrderStatus.Created)]
    [TestCase("未付款", OrderStatus.Created)]
    [TestCase("支付完成", OrderStatus.Paid)]
    [TestCase("已发货", OrderStatus.Paid)]
    [TestCase("待收货", OrderStatus.Paid)]
    [TestCase("等待确认收货", OrderStatus.Paid)]
    [TestCase("待买家确认收货", OrderStatus.Paid)]
    [TestCase("确认收货", OrderStatus.Confirmed)]
    [TestCase("交易完成", OrderStatus.Confirmed)]
    [TestCase("退款完成", OrderStatus.Invalid)]
    [TestCase("支付完成后退款", OrderStatus.Invalid)]
    [TestCase("订单取消", OrderStatus.Invalid)]
    [TestCase("1", OrderStatus.Created)]
    [TestCase("2", OrderStatus.Paid)]
    [TestCase("3", OrderStatus.Invalid)]
    [TestCase("4", OrderStatus.Invalid)]
    [TestCase("5", OrderStatus.Confirmed)]
    [TestCase("12", OrderStatus.Unknown)]
    [TestCase("风控审核中", OrderStatus.Unknown)]
    [TestCase("", OrderStatus.Unknown)]
    public async Task Statuses_are_told_from_words(string words, OrderStatus status)
    {
        var order = (await PullAsync(SuningSome.Order(SuningSome.Line(changes: ("orderLineStatusDesc", $"\"{words}\""))))).Single().Order!;

        Assert.That(order.Status, Is.EqualTo(status));
        Assert.That(order.ActualFee, Is.EqualTo(status == OrderStatus.Confirmed ? new Money(299) : Money.Zero));
    }

    [TestCase("returnCommission", "\"0\"")]
    [TestCase("violation", "\"1\"")]
    public async Task What_earns_nothing_is_invalid_whatever_its_status(string name, string json)
    {
        var order = (await PullAsync(SuningSome.Order(SuningSome.Line(changes: (name, json))))).Single().Order!;

        Assert.That((order.Status, order.ActualFee), Is.EqualTo((OrderStatus.Invalid, Money.Zero)));
    }

    [Test]
    public async Task A_date_before_the_calendar_is_none()
    {
        var order = (await PullAsync(SuningSome.Order(SuningSome.Line(changes: [("orderSubmitTime", "\"0001-01-01 00:00:00\""), ("payTime", "\"2026-01-14 09:31:00\"")])))).Single().Order!;

        Assert.That(order.OrderedAt, Is.EqualTo(new DateTimeOffset(2026, 1, 14, 9, 31, 0, TimeSpan.FromHours(8))));
    }

    [Test]
    public async Task An_order_of_several_lines_becomes_a_row_each_that_can_be_read_again()
    {
        using var scene = new SuningScene();
        var row = SuningSome.Order(SuningSome.Line("101"), SuningSome.Line("102", ("goodsNum", "\"000000000000000777\""), ("sellerCode", "\"\""), ("prePayCommission", "\"1.00\"")));
        scene.Gateway.Answers(SuningSome.Orders(row));

        var orders = (await scene.ReportsAsync()).Select(report => report.Order!).ToList();

        Assert.That(orders.Select(order => (order.RowId, order.Deal.ItemId, order.EstimatedFee)), Is.EqualTo(
            new[] { ("101", SuningSome.Item, new Money(299)), ("102", "777-0000000000", new Money(100)) }));
        Assert.That(orders.Select(order => scene.Network.ReadOrder(order.Raw, SuningScene.Noon)), Is.EqualTo(orders));
    }

    [Test]
    public async Task A_title_that_was_cut_inside_an_emoji_spoils_no_order()
    {
        using var scene = new SuningScene();
        var row = SuningSome.Order(SuningSome.Line("101"), SuningSome.Line("102", ("productName", "\"测试\""))).Replace("\"productName\":\"测试\"", "\"productName\":\"测试\\ud83d\"", StringComparison.Ordinal);
        scene.Gateway.Answers("""{"sn_responseContent":{"sn_body":{"queryOrder":[""" + row + "]}}}");

        var orders = (await scene.ReportsAsync()).Select(report => report.Order!).ToList();

        Assert.That(orders.Select(order => (order.RowId, order.Title)), Is.EqualTo(new[] { ("101", "测试纸巾 24包"), ("102", "") }));
        Assert.That(orders.Select(order => scene.Network.ReadOrder(order.Raw, SuningScene.Noon)), Is.EqualTo(orders));
    }

    [Test]
    public async Task One_order_without_brackets_is_a_list_of_one()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Body("queryOrder", $$"""{"orderCode":"32000012016","orderDetail":{{SuningSome.Line()}}}"""));

        Assert.That((await scene.ReportsAsync()).Single().Order?.RowId, Is.EqualTo("3200001201601"));
    }

    [TestCase("orderLineNumber", "\"\"")]
    [TestCase("goodsNum", "\"\"")]
    [TestCase("goodsNum", "\"--\"")]
    public async Task A_row_that_cannot_be_booked_comes_as_it_is(string name, string json)
    {
        var row = SuningSome.Order(SuningSome.Line(changes: (name, json)));

        var report = (await PullAsync(row)).Single();

        Assert.That((report.Order, report.Raw), Is.EqualTo(((OrderUpdate?)null, row)));
    }

    [Test]
    public async Task A_line_without_a_time_of_change_changed_by_the_end_of_the_window() => Assert.That(
        (await PullAsync(SuningSome.Order(SuningSome.Line(changes: ("orderLineStatusChangeTime", "\"\""))))).Single().Order!.ModifiedAt, Is.EqualTo(SuningScene.Noon));

    [Test]
    public async Task A_window_is_asked_for_in_Beijing_time_and_nothing_found_is_no_fault()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Refusal("biz.handler.data-get:no-result"));

        Assert.That(await scene.ReportsAsync(), Is.Empty);
        Assert.That(scene.Gateway.Calls.Single().Body, Does.Contain("\"startTime\":\"2026-01-14 12:00:00\",\"endTime\":\"2026-01-15 12:00:00\""));
    }

    [Test]
    public void What_was_kept_and_is_no_row_reads_as_nothing()
    {
        using var scene = new SuningScene();

        Assert.That(scene.Network.ReadOrder("<html>", SuningScene.Noon), Is.Null);
        Assert.That(scene.Network.ReadOrder("[]", SuningScene.Noon), Is.Null);
    }

    private static async Task<List<OrderReport>> PullAsync(string row)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Orders(row));
        return await scene.ReportsAsync();
    }
}
