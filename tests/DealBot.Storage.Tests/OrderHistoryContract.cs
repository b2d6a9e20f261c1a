using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>Orders booked anew from their versions.</summary>
public abstract class OrderHistoryContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly OrderSpan Hour = new(Now, Now.AddHours(1));

    [Test]
    public async Task A_page_gives_the_rows_of_a_span_with_every_version_in_the_order_in_which_they_came()
    {
        var (first, second) = (Some.Order("r1"), Some.Order("r1", OrderStatus.Invalid, modifiedAt: Now.AddDays(1)));
        await Stage.SaveOrdersAsync(Now, Some.Attributed(first), Some.Attributed(second), Some.Attributed(Some.Order("later", orderedAt: Now.AddHours(1))));

        var row = (await Stage.OrderHistory.PageAsync(Hour, null, default)).Single();

        Assert.That((row.Network, row.RowId, row.Account), Is.EqualTo(("jd", "r1", "main")));
        Assert.That(row.Versions, Is.EqualTo(new[] { new OrderVersion(1, first.ModifiedAt.ToUniversalTime(), first.Raw), new OrderVersion(2, second.ModifiedAt.ToUniversalTime(), second.Raw) }));
    }

    [Test]
    public async Task Pages_follow_each_other_without_a_row_left_out_or_given_twice()
    {
        await Stage.SaveOrdersAsync(Now, [.. Enumerable.Range(0, 1100).Select(number => Some.Attributed(Some.Order($"r{number}")))]);

        List<string> rows = [];
        OrderVersions? last = null;
        while (await Stage.OrderHistory.PageAsync(Hour, last, default) is { Count: > 0 } page)
        {
            rows.AddRange(page.Select(row => row.RowId));
            last = page[^1];
        }

        Assert.That(rows, Is.Unique.And.Count.EqualTo(1100));
    }

    [Test]
    public async Task Confirmed_rows_are_given_once_in_the_version_that_is_booked()
    {
        var booked = Some.Order("r1", OrderStatus.Confirmed, modifiedAt: Now.AddDays(2));
        await Stage.SaveOrdersAsync(
            Now,
            Some.Attributed(Some.Order("r1")),
            Some.Attributed(booked),
            Some.Attributed(Some.Order("r1", OrderStatus.Paid, modifiedAt: Now.AddDays(1))),
            Some.Attributed(Some.Order("paid")),
            Some.Attributed(Some.Order("settled", OrderStatus.Settled)),
            Some.Attributed(Some.Order("old", OrderStatus.Confirmed, orderedAt: Now.AddDays(-200))));

        var row = (await ConfirmedAsync("main", "")).Single();

        Assert.That((row.Network, row.RowId, row.Account), Is.EqualTo(("jd", "r1", "main")));
        Assert.That(row.Versions, Is.EqualTo(new[] { new OrderVersion(2, booked.ModifiedAt.ToUniversalTime(), booked.Raw) }));
        Assert.That(await ConfirmedAsync("other", ""), Is.Empty);
        Assert.That(await ConfirmedAsync("main", "r1"), Is.Empty);
    }

    [Test]
    public async Task Confirmed_rows_follow_each_other_by_pages()
    {
        await Stage.SaveOrdersAsync(Now, [.. Enumerable.Range(0, 1100).Select(number => Some.Attributed(Some.Order($"r{number}", OrderStatus.Confirmed)))]);

        List<string> rows = [];
        while (await ConfirmedAsync("main", rows.LastOrDefault() ?? "") is { Count: > 0 } page)
        {
            rows.AddRange(page.Select(row => row.RowId));
        }

        Assert.That(rows, Is.Unique.And.Count.EqualTo(1100));
    }

    [Test]
    public async Task Rows_that_could_not_be_read_are_on_pages_of_their_own()
    {
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [Some.Attributed(Some.Order())], Unreadable = [new OrderReport("broken", null, "r9")], SeenAt = Now }, default);

        Assert.That((await Stage.OrderHistory.PageAsync(null, null, default)).Select(row => row.RowId), Is.EqualTo(new[] { "r9" }));
        Assert.That((await Stage.OrderHistory.PageAsync(Hour, null, default)).Select(row => row.RowId), Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Booking_the_same_again_changes_nothing()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));

        Assert.That(await RebookAsync(Some.Attributed(Some.Order())), Is.EqualTo(RecountFigures.None with { Rows = 1 }));
    }

    [Test]
    public async Task A_row_that_belongs_to_another_group_by_todays_rules_moves_with_its_figures()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));

        var figures = await RebookAsync(Some.Attributed(Some.Order(), groupId: "dorm-1"));

        Assert.That(figures, Is.EqualTo(new RecountFigures(1, 1, 1, 2, Money.Zero)));
        Assert.That(Stage.Query<string>("SELECT group_id || ' ' || orders FROM metrics_hourly ORDER BY 1"), Is.EqualTo(new[] { "dorm-1 1", "mama-1 0" }));
    }

    [Test]
    public async Task A_row_of_which_another_version_has_come_meanwhile_is_left_alone()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        var page = await Stage.OrderHistory.PageAsync(Hour, null, default);
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7))));

        await Stage.OrderHistory.RebookAsync([new RebookedOrder(page[0], Some.Attributed(Some.Order(), groupId: "dorm-1"))], default);

        Assert.That(Stage.One<string>("SELECT group_id || ' ' || status FROM orders"), Is.EqualTo("mama-1 confirmed"));
    }

    [Test]
    public async Task A_row_that_can_be_read_now_is_booked_and_belongs_to_its_day_from_then_on()
    {
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [], Unreadable = [new OrderReport("broken", null, "r1")], SeenAt = Now }, default);
        var page = await Stage.OrderHistory.PageAsync(null, null, default);

        var figures = await Stage.OrderHistory.RebookAsync([new RebookedOrder(page[0], Some.Attributed(Some.Order() with { Raw = "broken" }))], default);

        Assert.That((figures.Changed, figures.Difference), Is.EqualTo((1, Money.FromYuan(8))));
        Assert.That(await Stage.OrderHistory.PageAsync(null, null, default), Is.Empty);
        Assert.That(await Stage.OrderHistory.PageAsync(Hour, null, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hours_of_which_no_row_is_left_are_cleared_of_order_figures_and_of_nothing_else()
    {
        await Stage.Clicks.SeedAsync([Some.Click(at: Now.AddMinutes(10))]);
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        Stage.Execute("DELETE FROM orders");

        Assert.That((await Stage.OrderHistory.ClearHoursAsync(Hour, default)).Hours, Is.EqualTo(1));
        Assert.That((await Stage.OrderHistory.ClearHoursAsync(Hour, default)).Hours, Is.Zero);

        Assert.That(Stage.One<string>("SELECT clicks || ' ' || orders || ' ' || sales_fen || ' ' || commission_fen FROM metrics_hourly"), Is.EqualTo("1 0 0 0"));
    }

    [Test]
    public async Task Booked_rows_of_a_window_are_those_of_the_account_and_the_order_time()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order("in")), Some.Attributed(Some.Order("out", orderedAt: Now.AddHours(1))));

        var window = new OrderWindow(Hour.From, Hour.Until, OrderTime.Ordered);
        Assert.That(await Stage.OrderHistory.BookedAsync("jd", "main", window, default), Is.EqualTo(new[] { "in" }));
        Assert.That(await Stage.OrderHistory.BookedAsync("jd", "other", window, default), Is.Empty);
    }

    private Task<IReadOnlyList<OrderVersions>> ConfirmedAsync(string account, string after) =>
        Stage.OrderHistory.ConfirmedAsync("jd", account, Now.AddDays(-180), after, default);

    private async Task<RecountFigures> RebookAsync(AttributedOrder row) =>
        await Stage.OrderHistory.RebookAsync([new RebookedOrder((await Stage.OrderHistory.PageAsync(Hour, null, default)).Single(), row)], default);
}
