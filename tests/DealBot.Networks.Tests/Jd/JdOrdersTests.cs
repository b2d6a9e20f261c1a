using System.Net;
using DealBot.Contracts;
using DealBot.Networks.Jd;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdOrdersTests
{
    [Test]
    public async Task Asks_by_update_time_in_Beijing_time()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Orders(false));

        await scene.PullAsync(TimeSpan.FromHours(1));

        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.order.row.query"));
        Assert.That(scene.Gateway.Forms[0]["360buy_param_json"], Is.EqualTo(
            """{"orderReq":{"pageIndex":1,"pageSize":500,"type":3,"startTime":"2026-01-15 11:00:00","endTime":"2026-01-15 12:00:00"}}"""));
    }

    [Test]
    public async Task Maps_a_whole_row()
    {
        using var scene = new JdScene();
        var row = JdSome.OrderRow();
        scene.Gateway.Answers(JdSome.Orders(false, row));

        var update = (await scene.PullAsync()).Single();

        Assert.That(update, Is.EqualTo(new OrderUpdate
        {
            Network = "jd",
            RowId = "900000000000000001",
            OrderId = "300100200300",
            Deal = new DealKey("jd", "MsDxItem1"),
            Title = "测试抽纸 24包",
            Quantity = 2,
            Returned = 1,
            Status = OrderStatus.Paid,
            StatusCode = "16",
            StatusText = new Phrase("已付款", "Paid"),
            OrderedAt = Beijing(9, 31, 2),
            ModifiedAt = Beijing(9, 31, 40),
            EstimatedBase = new Money(5400),
            EstimatedFee = new Money(243),
            ActualBase = new Money(2700),
            ActualFee = new Money(122),
            CommissionRate = new Rate(500),
            Tracking = new Tracking("g42_d7", "3100000007"),
            Raw = row,
        }));
    }

    [TestCase("""{"code":200,"hasMore":false,"message":"success"}""")]
    [TestCase("""{"code":200,"hasMore":false,"data":[]}""")]
    [TestCase("""{"code":200,"hasMore":"false","data":""}""")]
    [TestCase("""{"code":"200","data":null}""")]
    public async Task No_orders_are_no_fault(string inner)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Body(inner, "jd_union_open_order_row_query_response", "result"));

        Assert.That(await scene.PullAsync(), Is.Empty);
    }

    [Test]
    public async Task Pages_while_there_is_more_and_gives_each_row_once()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(
            JdSome.Orders(true, JdSome.OrderRow("1"), JdSome.OrderRow("2")),
            JdSome.Orders(true, JdSome.OrderRow("2"), JdSome.OrderRow("3")),
            JdSome.Orders(false, JdSome.OrderRow("4")));

        var updates = await scene.PullAsync();

        Assert.That(updates.Select(update => update.RowId), Is.EqualTo(new[] { "1", "2", "3", "4" }));
        Assert.That(scene.Gateway.Parameters(2).GetProperty("pageIndex").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_row_that_changed_between_pages_comes_again()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(
            JdSome.Orders(true, JdSome.OrderRow("1")),
            JdSome.Orders(false, JdSome.OrderRow("1", ("validCode", "3"))));

        var updates = await scene.PullAsync();

        Assert.That(updates.Select(update => update.Status), Is.EqualTo(new[] { OrderStatus.Paid, OrderStatus.Invalid }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_gateway_that_always_has_more_is_left(bool withRows)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(withRows ? JdSome.Orders(true, JdSome.OrderRow("1")) : JdSome.Orders(true));

        var updates = await scene.PullAsync();

        Assert.That((updates.Count, scene.Gateway.Forms.Count), Is.EqualTo(withRows ? (1, 4) : (0, 3)));
        Assert.That(scene.Loggers.Lines, Has.One.Contains("one more page"));
    }

    [Test]
    public async Task A_window_whose_pages_do_not_end_is_too_full_rather_than_read_in_part()
    {
        using var scene = new JdScene();
        var page = 0;
        scene.Gateway.Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JdSome.Orders(true, JdSome.OrderRow($"{++page}"))) });

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.PullAsync());

        Assert.That((exception!.Code, exception.IsWindowTooFull, exception.IsTransient), Is.EqualTo(("window_too_full", true, false)));
    }

    [TestCase(0)]
    [TestCase(-60)]
    [TestCase(3601)]
    public async Task A_window_must_run_forward_and_last_an_hour_at_most(int seconds)
    {
        using var scene = new JdScene();

        await Assert.ThrowsAsync<ArgumentException>(() => scene.PullAsync(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void The_limits_are_told()
    {
        using var scene = new JdScene();

        Assert.That(scene.Network.Limits, Is.EqualTo(new NetworkLimits(TimeSpan.FromHours(1), TimeSpan.FromDays(90), ByOrderTime: true) { SubIdLength = 80 }));
    }

    [Test]
    public async Task A_refused_query_is_a_fault()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal("2002452"));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.PullAsync());

        Assert.That((exception!.Code, exception.IsTransient), Is.EqualTo(("2002452", false)));
    }

    [TestCase("-1", OrderStatus.Unknown, "未给出")]
    [TestCase("2", OrderStatus.Invalid, "拆单")]
    [TestCase("3", OrderStatus.Invalid, "取消")]
    [TestCase("4", OrderStatus.Invalid, "帮帮主")]
    [TestCase("5", OrderStatus.Invalid, "账号")]
    [TestCase("6", OrderStatus.Invalid, "赠品")]
    [TestCase("7", OrderStatus.Invalid, "校园")]
    [TestCase("8", OrderStatus.Invalid, "企业")]
    [TestCase("9", OrderStatus.Invalid, "团购")]
    [TestCase("11", OrderStatus.Invalid, "乡村")]
    [TestCase("13", OrderStatus.Invalid, "违规")]
    [TestCase("14", OrderStatus.Invalid, "备案")]
    [TestCase("15", OrderStatus.Created, "待付款")]
    [TestCase("16", OrderStatus.Paid, "已付款")]
    [TestCase("17", OrderStatus.Confirmed, "已完成")]
    [TestCase("18", OrderStatus.Unknown, "18")]
    [TestCase("19", OrderStatus.Invalid, "佣金比例")]
    [TestCase("20", OrderStatus.Invalid, "复购")]
    [TestCase("21", OrderStatus.Invalid, "云店")]
    [TestCase("22", OrderStatus.Invalid, "PLUS")]
    [TestCase("23", OrderStatus.Invalid, "支付有礼")]
    [TestCase("24", OrderStatus.Paid, "定金")]
    [TestCase("25", OrderStatus.Invalid, "劫持")]
    [TestCase("26", OrderStatus.Invalid, "流量异常")]
    [TestCase("27", OrderStatus.Invalid, "规则")]
    [TestCase("28", OrderStatus.Invalid, "多笔")]
    [TestCase("29", OrderStatus.Invalid, "跨屏")]
    [TestCase("30", OrderStatus.Invalid, "件数")]
    [TestCase("31", OrderStatus.Invalid, "黑名单")]
    [TestCase("33", OrderStatus.Invalid, "超市卡")]
    [TestCase("34", OrderStatus.Invalid, "推卡")]
    [TestCase("99", OrderStatus.Unknown, "99")]
    public void Every_code_has_a_status_and_words(string code, OrderStatus status, string words)
    {
        var update = Read(("validCode", code))!;

        Assert.That((update.Status, update.StatusCode), Is.EqualTo((status, code)));
        Assert.That(update.StatusText.Zh, Does.Contain(words));
    }

    [TestCase("17", "20260114", OrderStatus.Settled)]
    [TestCase("17", "\"20260114\"", OrderStatus.Settled)]
    [TestCase("17", "20260115", OrderStatus.Confirmed)]
    [TestCase("17", "20260220", OrderStatus.Confirmed)]
    [TestCase("17", "0", OrderStatus.Confirmed)]
    [TestCase("17", "\"\"", OrderStatus.Confirmed)]
    [TestCase("16", "20260114", OrderStatus.Paid)]
    [TestCase("3", "20260114", OrderStatus.Invalid)]
    public void A_completed_row_is_settled_once_its_payday_has_passed(string code, string payMonth, OrderStatus status) =>
        Assert.That(Read(("validCode", code), ("payMonth", payMonth))!.Status, Is.EqualTo(status));

    [Test]
    public void Numbers_may_come_as_strings()
    {
        var update = Read(("id", "77"), ("orderId", "\"300\""), ("validCode", "\"17\""), ("estimateFee", "\"2.43\""), ("skuNum", "\"3\""))!;

        Assert.That((update.RowId, update.OrderId, update.Status, update.EstimatedFee, update.Quantity),
            Is.EqualTo(("77", "300", OrderStatus.Confirmed, new Money(243), 3)));
    }

    [Test]
    public void Times_may_come_in_milliseconds() =>
        Assert.That(Read(("finishTime", JdSome.Milliseconds(Beijing(10, 0, 0))))!.FinishedAt, Is.EqualTo(Beijing(10, 0, 0)));

    [Test]
    public void A_claw_back_is_negative() => Assert.That(Read(("actualFee", "-3.5"))!.ActualFee, Is.EqualTo(new Money(-350)));

    [Test]
    public void Without_ids_of_its_own_a_row_carries_no_tracking() =>
        Assert.That(Read(("subUnionId", "\"\""), ("positionId", "0"))!.Tracking, Is.EqualTo(new Tracking(null, null)));

    [Test]
    public void A_row_without_change_time_changed_by_the_end_of_the_window() =>
        Assert.That(Read(("modifyTime", null))!.ModifiedAt, Is.EqualTo(JdScene.Noon));

    [Test]
    public void Optional_parts_may_be_missing()
    {
        var optional = new[]
        {
            "parentId", "finishTime", "modifyTime", "positionId", "subUnionId", "itemId", "skuName", "skuNum", "skuReturnNum",
            "commissionRate", "estimateCosPrice", "estimateFee", "actualCosPrice", "actualFee", "validCode", "payMonth",
        };

        var update = Read([.. optional.Select(name => (name, (string?)null))])!;

        Assert.That(
            (update.Deal.ItemId, update.Status, update.Quantity, update.EstimatedFee),
            Is.EqualTo(("100012043978", OrderStatus.Unknown, 1, Money.Zero)));
    }

    [Test]
    public async Task A_row_that_cannot_be_booked_comes_as_it_is_beside_the_others_and_is_reported_as_an_error()
    {
        using var scene = new JdScene();
        var broken = JdSome.OrderRow("1", ("orderId", null));
        scene.Gateway.Answers(JdSome.Orders(false, broken, JdSome.OrderRow("2")));

        var reports = await scene.ReportsAsync();

        Assert.That(reports.Select(report => report.Order?.RowId), Is.EqualTo(new[] { null, "2" }));
        Assert.That(reports[0], Is.EqualTo(new OrderReport(broken, null, "1")));
        Assert.That(scene.Loggers.Lines, Has.One.StartsWith("Error").And.One.Contains("1 of 2"));
    }

    [Test]
    public async Task A_window_of_order_times_is_asked_for_by_order_time()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Orders(false));

        await scene.ReportsAsync(by: OrderTime.Ordered);

        Assert.That(scene.Gateway.Parameters(0).GetProperty("type").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_row_that_slipped_to_a_page_read_already_is_found_by_reading_again()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(
            JdSome.Orders(true, JdSome.OrderRow("1"), JdSome.OrderRow("2")),
            JdSome.Orders(false, JdSome.OrderRow("4")),
            JdSome.Orders(true, JdSome.OrderRow("2"), JdSome.OrderRow("3")),
            JdSome.Orders(false, JdSome.OrderRow("4")));

        var updates = await scene.PullAsync();

        Assert.That(updates.Select(update => update.RowId), Is.EqualTo(new[] { "1", "2", "4", "3" }), "1 moved on, so 3 moved to the first page");
    }

    [Test]
    public async Task A_single_page_is_read_once()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Orders(false, JdSome.OrderRow("1")));

        await scene.PullAsync();

        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(1));
    }

    [TestCase("429", true)]
    [TestCase("2002500", false)]
    public async Task A_fault_says_whether_patience_is_asked_for(string code, bool patience)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal(code));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.PullAsync());

        Assert.That(exception!.IsQuotaUsedUp, Is.EqualTo(patience));
    }

    [Test]
    public void A_row_kept_as_text_is_read_as_when_it_came()
    {
        using var scene = new JdScene();
        var row = JdSome.OrderRow("1");

        Assert.That(scene.Network.ReadOrder(row, JdScene.Noon), Is.EqualTo(Read()));
        Assert.That(scene.Network.ReadOrder(row[..20], JdScene.Noon), Is.Null);
    }

    private static OrderUpdate? Read(params (string Name, string? Json)[] changes) =>
        JdOrderRows.Read(WireNode.Parse(JdSome.OrderRow("1", changes)), JdScene.Noon, new DateOnly(2026, 1, 15));

    private static DateTimeOffset Beijing(int hour, int minute, int second) =>
        new(2026, 1, 15, hour, minute, second, TimeSpan.FromHours(8));
}
