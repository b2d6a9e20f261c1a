using DealBot.Contracts;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddOrdersTests
{
    [Test]
    public async Task Maps_a_whole_row()
    {
        var row = PddSome.OrderRow();

        var order = (await PullAsync(row)).Single();

        Assert.That(order, Is.EqualTo(new OrderUpdate
        {
            Network = "pdd",
            RowId = "260115-000000000000001",
            OrderId = "260115-000000000000001",
            Deal = new DealKey("pdd", PddSome.Sign),
            Title = "测试洗衣液",
            Status = OrderStatus.Paid,
            StatusCode = "1",
            StatusText = new Phrase("已成团", "Paid, the group is complete"),
            OrderedAt = DateTimeOffset.FromUnixTimeSeconds(1768440600),
            ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(1768440613),
            EstimatedBase = new Money(1990),
            EstimatedFee = new Money(398),
            CommissionRate = new Rate(2000),
            Tracking = new Tracking("g42_d7", PddScene.Pid),
            Raw = row,
        }));
    }

    [TestCase("-1", OrderStatus.Created, 0)]
    [TestCase("0", OrderStatus.Paid, 0)]
    [TestCase("1", OrderStatus.Paid, 0)]
    [TestCase("2", OrderStatus.Confirmed, 398)]
    [TestCase("3", OrderStatus.Confirmed, 398)]
    [TestCase("4", OrderStatus.Invalid, 0)]
    [TestCase("5", OrderStatus.Settled, 398)]
    [TestCase("8", OrderStatus.Invalid, 0)]
    [TestCase("10", OrderStatus.Invalid, 0)]
    [TestCase("77", OrderStatus.Unknown, 0)]
    [TestCase("null", OrderStatus.Unknown, 0)]
    public async Task Every_status_is_known(string code, OrderStatus status, int actualFee)
    {
        var order = (await PullAsync(PddSome.OrderRow(changes: [("order_status", code), ("order_receive_time", "1768441000")]))).Single();

        Assert.That((order.Status, order.ActualFee, order.EstimatedFee), Is.EqualTo((status, new Money(actualFee), new Money(398))));
        Assert.That(order.FinishedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1768441000)));
    }

    [Test]
    public async Task A_failed_audit_tells_why()
    {
        var order = (await PullAsync(PddSome.OrderRow(changes: [("order_status", "4"), ("fail_reason", "\"订单退款\"")]))).Single();

        Assert.That(order.StatusText.Zh, Does.Contain("订单退款"));
    }

    [Test]
    public async Task A_lower_commission_for_comparing_prices_is_told() =>
        Assert.That((await PullAsync(PddSome.OrderRow(changes: ("price_compare_status", "1")))).Single().StatusText.Zh, Does.Contain("比价"));

    [TestCase("\"{\\\"uid\\\":\\\"dealbot\\\",\\\"sid\\\":\\\"g1_c\\\"}\"", "g1_c")]
    [TestCase("{\"uid\":\"dealbot\",\"sid\":\"g1_c\"}", null)]
    [TestCase("\"{\\\"uid\\\":\\\"dealbot\\\"}\"", null)]
    [TestCase("\"{\\\"uid\\\":\\\"g9\\\"}\"", "g9")]
    [TestCase("\"user_1\"", "user_1")]
    [TestCase("\"\"", null)]
    [TestCase("\"{broken\"", "{broken")]
    [TestCase(null, null)]
    public async Task Custom_parameters_of_every_form_are_read(string? json, string? subId) =>
        Assert.That((await PullAsync(PddSome.OrderRow(changes: ("custom_parameters", json)))).Single().Tracking, Is.EqualTo(new Tracking(subId, PddScene.Pid)));

    [TestCase("order_sn")]
    [TestCase("goods_sign", "goods_id")]
    [TestCase("order_create_time", "order_pay_time", "order_modify_at")]
    public async Task A_row_that_cannot_be_booked_comes_as_it_is(params string[] absent)
    {
        using var scene = new PddScene();
        var row = PddSome.OrderRow(changes: [.. absent.Select(name => (name, (string?)null))]);
        scene.Gateway.Answers(PddSome.Orders(1, row));

        var report = (await scene.ReportsAsync()).Single();

        Assert.That((report.Order, report.Raw), Is.EqualTo(((OrderUpdate?)null, row)));
    }

    [Test]
    public async Task A_row_without_update_time_changed_by_the_end_of_the_window() =>
        Assert.That((await PullAsync(PddSome.OrderRow(changes: ("order_modify_at", null)))).Single().ModifiedAt, Is.EqualTo(PddScene.Noon));

    [Test]
    public void A_kept_row_is_read_without_a_call()
    {
        using var scene = new PddScene();

        Assert.That(scene.Network.ReadOrder(PddSome.OrderRow(), PddScene.Noon)?.EstimatedFee, Is.EqualTo(new Money(398)));
        Assert.That(scene.Network.ReadOrder("{", PddScene.Noon), Is.Null);
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [Test]
    public async Task One_page_takes_one_call()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Orders(1, PddSome.OrderRow()));

        await scene.ReportsAsync();

        var form = scene.Gateway.Forms.Single();
        Assert.That(
            (form["type"], form["start_update_time"], form["end_update_time"], form["page"], form["page_size"], form["return_count"]),
            Is.EqualTo(("pdd.ddk.order.list.increment.get", "1768446000", "1768449600", "1", "50", "true")));
    }

    [Test]
    public async Task Pages_are_read_from_the_last_to_the_first()
    {
        using var scene = new PddScene();
        string Page(int from, int count) => PddSome.Orders(120, [.. Enumerable.Range(from, count).Select(number => PddSome.OrderRow($"n-{number:000}"))]);
        var pass = new[] { Page(0, 50), Page(100, 20), Page(50, 50), Page(0, 50) };
        scene.Gateway.Answers([.. pass, .. pass]);

        var reports = await scene.ReportsAsync();

        Assert.That(scene.Gateway.Forms.Take(4).Select(form => form["page"]), Is.EqualTo(new[] { "1", "3", "2", "1" }));
        Assert.That(scene.Gateway.Forms.Take(4).Select(form => form["return_count"]), Is.EqualTo(new[] { "true", "false", "false", "false" }));
        Assert.That(reports.Select(report => report.RowId).Distinct().ToList(), Has.Count.EqualTo(120));
    }

    [Test]
    public async Task A_gateway_that_tells_no_total_is_paged_while_pages_are_full()
    {
        using var scene = new PddScene();
        string Page(int from, int count) => PddSome.Orders(null, [.. Enumerable.Range(from, count).Select(number => PddSome.OrderRow($"n-{number:000}"))]);
        scene.Gateway.Answers(Page(0, 50), Page(50, 10), Page(0, 50), Page(50, 10));

        var reports = await scene.ReportsAsync();

        Assert.That(reports.Select(report => report.RowId).Distinct().ToList(), Has.Count.EqualTo(60));
    }

    [Test]
    public async Task A_total_that_the_page_belies_counts_for_nothing()
    {
        using var scene = new PddScene();
        string Page(int from, int count) => PddSome.Orders(0, [.. Enumerable.Range(from, count).Select(number => PddSome.OrderRow($"n-{number:000}"))]);
        scene.Gateway.Answers(Page(0, 50), Page(50, 10), Page(0, 50), Page(50, 10));

        var reports = await scene.ReportsAsync();

        Assert.That(reports.Select(report => report.RowId).Distinct().ToList(), Has.Count.EqualTo(60));
    }

    [Test]
    public async Task By_order_time_the_last_order_leads_on()
    {
        using var scene = new PddScene();
        string Page(int from, int count, string last) => PddSome.Orders(null, [.. Enumerable.Range(from, count).Select(number => PddSome.OrderRow($"n-{number:000}"))])
            .Replace("\"request_id\"", $"\"last_order_id\":\"{last}\",\"request_id\"", StringComparison.Ordinal);
        scene.Gateway.Answers(Page(0, 300, "a"), Page(300, 5, "b"), Page(0, 300, "a"), Page(300, 5, "b"));

        var reports = await scene.ReportsAsync(by: OrderTime.Ordered);

        Assert.That(reports.Select(report => report.RowId).Distinct().ToList(), Has.Count.EqualTo(305));
        var forms = scene.Gateway.Forms;
        Assert.That((forms[0]["type"], forms[0]["start_time"], forms[0]["end_time"]), Is.EqualTo(("pdd.ddk.order.list.range.get", "2026-01-15 11:00:00", "2026-01-15 12:00:00")));
        Assert.That(forms.Take(4).Select(form => form.GetValueOrDefault("last_order_id")), Is.EqualTo(new[] { null, "a", null, "a" }));
    }

    [Test]
    public async Task A_window_of_a_day_is_the_longest()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Orders(0));

        await scene.ReportsAsync(TimeSpan.FromHours(24));

        Assert.That(async () => await scene.ReportsAsync(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1)), Throws.ArgumentException);
        Assert.That(scene.Network.Limits.MaxOrderAge, Is.EqualTo(TimeSpan.FromDays(90)));
    }

    private static async Task<List<OrderUpdate>> PullAsync(params string[] rows)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Orders(rows.Length, rows));
        return await scene.PullAsync();
    }
}
