using DealBot.Contracts;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoOrdersTests
{
    [Test]
    public async Task A_row_becomes_an_order()
    {
        using var scene = new TaobaoScene();

        var order = await scene.OrderAsync(TaobaoSome.Order());

        Assert.That((order.RowId, order.OrderId, order.Deal), Is.EqualTo(("4000000000000000001", "4000000000000000000", new DealKey("taobao", "SimNewId-0001"))));
        Assert.That((order.EstimatedBase, order.EstimatedFee, order.ActualBase, order.ActualFee), Is.EqualTo((new Money(1990), new Money(179), Money.Zero, Money.Zero)));
        Assert.That((order.Status, order.CommissionRate, order.Tracking), Is.EqualTo((OrderStatus.Paid, Rate.FromPercent(10), new Tracking(null, "111222333"))));
        Assert.That((order.OrderedAt, order.ClickedAt), Is.EqualTo((At(9, 30), (DateTimeOffset?)At(9, 25))));
        Assert.That(order.ModifiedAt, Is.EqualTo(At(9, 30).AddSeconds(12)));
        Assert.That(scene.Network.ReadOrder(order.Raw, TaobaoScene.Noon), Is.EqualTo(order));
    }

    [TestCase(11, OrderStatus.Created)]
    [TestCase(12, OrderStatus.Paid)]
    [TestCase(14, OrderStatus.Confirmed)]
    [TestCase(3, OrderStatus.Settled)]
    [TestCase(13, OrderStatus.Invalid)]
    [TestCase(77, OrderStatus.Unknown)]
    public async Task Each_status_is_known(int code, OrderStatus status)
    {
        using var scene = new TaobaoScene();

        var order = await scene.OrderAsync(TaobaoSome.Order(("tk_status", code)));

        Assert.That((order.Status, order.StatusCode), Is.EqualTo((status, $"{code}")));
    }

    [TestCase(14, "0", "0", 1990, 179, TestName = "Received: what is not settled is worth the estimate")]
    [TestCase(14, "9.95", "0.90", 995, 90, TestName = "Received, with a part returned")]
    [TestCase(3, "19.90", "1.79", 1990, 179, TestName = "Settled")]
    [TestCase(3, "0", "0", 0, 0, TestName = "Settled at nothing")]
    [TestCase(13, "19.90", "1.79", 0, 0, TestName = "Closed")]
    public async Task What_the_owner_gets_is_the_settled_amount(int status, string paid, string fee, long actualBase, long actualFee)
    {
        using var scene = new TaobaoScene();

        var order = await scene.OrderAsync(TaobaoSome.Order(("tk_status", status), ("pay_price", paid), ("pub_share_fee", fee)));

        Assert.That((order.ActualBase.Fen, order.ActualFee.Fen, order.EstimatedFee.Fen), Is.EqualTo((actualBase, actualFee, 179L)));
    }

    [Test]
    public async Task An_order_of_a_channel_is_the_channels()
    {
        using var scene = new TaobaoScene();

        Assert.That((await scene.OrderAsync(TaobaoSome.Order(("relation_id", 2900000001L)))).Tracking, Is.EqualTo(new Tracking(null, "2900000001")));
    }

    [Test]
    public async Task Dashes_and_absent_fields_are_nothing()
    {
        using var scene = new TaobaoScene();

        var order = await scene.OrderAsync(TaobaoSome.Order(
            ("relation_id", "--"), ("click_time", "--"), ("trade_parent_id", "--"), ("item_num", null), ("modified_time", null), ("adzone_id", "111222333")));

        Assert.That((order.Tracking.PositionId, order.ClickedAt, order.OrderId, order.Quantity), Is.EqualTo(("111222333", (DateTimeOffset?)null, order.RowId, 1)));
        Assert.That(order.ModifiedAt, Is.EqualTo(TaobaoScene.Noon), "the end of the window");
    }

    [Test]
    public async Task A_dispute_is_said_and_what_it_cost_is_not_guessed()
    {
        using var scene = new TaobaoScene();

        var order = await scene.OrderAsync(TaobaoSome.Order(("tk_status", 3), ("refund_tag", 1), ("pub_share_fee", "1.79")));

        Assert.That((order.Status, order.ActualFee), Is.EqualTo((OrderStatus.Settled, new Money(179))));
        Assert.That(order.StatusText.Zh, Does.Contain("维权"));
    }

    [Test]
    public async Task A_later_page_gives_back_where_the_one_before_ended()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(
            TaobaoSome.Page("1555904214_lGlt|1555917305_lJfP", true, TaobaoSome.Order()),
            TaobaoSome.Page("2_b|3_c", false, TaobaoSome.Order(("trade_id", "5"))),
            TaobaoSome.Page("1555904214_lGlt|1555917305_lJfP", true, TaobaoSome.Order()),
            TaobaoSome.Page("2_b|3_c", false, TaobaoSome.Order(("trade_id", "5"))));

        Assert.That(await scene.ReportsAsync(), Has.Count.EqualTo(2));
        Assert.That(
            scene.Gateway.Forms.Take(3).Select(form => (form["page_no"], form.GetValueOrDefault("position_index"), form.GetValueOrDefault("jump_type"))),
            Is.EqualTo(new[] { ("1", null, null), ("2", "1555904214_lGlt|1555917305_lJfP", "1"), ("1", null, (string?)null) }));
    }

    [TestCase(OrderTime.Updated, "4")]
    [TestCase(OrderTime.Ordered, "1")]
    public async Task A_window_is_asked_for_by_its_time(OrderTime by, string type)
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Orders());

        await scene.ReportsAsync(by);

        var form = scene.Gateway.Forms.Single();
        Assert.That((form["query_type"], form["start_time"], form["end_time"]), Is.EqualTo((type, "2026-01-15 11:50:00", "2026-01-15 12:00:00")));
        Assert.That((form["page_size"], form["method"]), Is.EqualTo(("100", "taobao.tbk.order.details.get")));
    }

    [Test]
    public async Task More_pages_than_the_platform_gives_ask_for_a_shorter_window()
    {
        using var scene = new TaobaoScene();
        var number = 0;
        for (var page = 1; page <= 101; page++)
        {
            scene.Gateway.Then(() => new HttpResponseMessage { Content = new StringContent(TaobaoSome.Page($"{number}", true, TaobaoSome.Order(("trade_id", $"{++number}")))) });
        }

        var exception = (await Assert.ThrowsAsync<NetworkException>(() => scene.ReportsAsync()))!;

        Assert.That((exception.IsWindowTooFull, number), Is.EqualTo((true, 100)));
    }

    [Test]
    public void The_longest_window_is_safe_all_year_and_may_be_set()
    {
        using var usual = new TaobaoScene();
        using var longer = new TaobaoScene(options: options => options with { OrderWindowMinutes = 180 });

        Assert.That((usual.Network.Limits.MaxOrderWindow, longer.Network.Limits.MaxOrderWindow), Is.EqualTo((TimeSpan.FromMinutes(20), TimeSpan.FromHours(3))));
        Assert.That((usual.Network.Limits.SubIdLength, usual.Network.Positions), Is.EqualTo((0, new[] { "2900000001", "111222334" })));
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 1, 15, hour, minute, 0, TimeSpan.FromHours(8));
}
