using DealBot.Contracts;
using DealBot.Core.Metrics;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>Orders by row id, the latest report of each, and the figures that follow.</summary>
public abstract class OrderStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task A_paid_order_counts_with_its_estimate_in_the_hour_it_was_placed()
    {
        Assert.That(await SaveAsync(Some.Attributed(Some.Order(orderedAt: Now.AddMinutes(70)))), Is.EqualTo(1));

        var hour = (await HoursAsync("mama-1")).Single();
        Assert.That(hour.Hour, Is.EqualTo(Now.AddHours(1)));
        Assert.That(hour.Figures, Is.EqualTo(new Figures(0, 0, 0, 1, Money.FromYuan(80), Money.FromYuan(8))));
    }

    [Test]
    public async Task The_same_report_again_changes_nothing()
    {
        await SaveAsync(Some.Attributed(Some.Order()));

        Assert.That(await SaveAsync(Some.Attributed(Some.Order())), Is.Zero);
        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1)));
    }

    [Test]
    public async Task Rows_of_one_order_are_kept_apart_and_counted_as_one_order()
    {
        await SaveAsync(Some.Attributed(Some.Order("r1")), Some.Attributed(Some.Order("r2") with { OrderId = "order-of-r1" }));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(2) with { Orders = 1 }));
    }

    [Test]
    public async Task A_later_report_replaces_an_earlier_one()
    {
        await SaveAsync(Some.Attributed(Some.Order()));

        Assert.That(await SaveAsync(Some.Attributed(Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7)))), Is.EqualTo(1));
        Assert.That(await SumAsync("mama-1"), Is.EqualTo(new Figures(0, 0, 0, 1, Money.FromYuan(70), Money.FromYuan(7))));
        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("confirmed"));
    }

    [Test]
    public async Task An_older_report_is_ignored()
    {
        await SaveAsync(Some.Attributed(Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7))));

        Assert.That(await SaveAsync(Some.Attributed(Some.Order(modifiedAt: Now.AddDays(6)))), Is.Zero);
        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("confirmed"));
    }

    [TestCase(OrderStatus.Invalid)]
    [TestCase(OrderStatus.Created)]
    [TestCase(OrderStatus.Unknown)]
    public async Task An_order_that_is_not_paid_any_more_lowers_the_figures(OrderStatus status)
    {
        await SaveAsync(Some.Attributed(Some.Order("r1")), Some.Attributed(Some.Order("r2")));

        await SaveAsync(Some.Attributed(Some.Order("r1", status, modifiedAt: Now.AddDays(1))));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1)));
    }

    [Test]
    public async Task A_part_refund_lowers_the_commission_to_what_is_left()
    {
        await SaveAsync(Some.Attributed(Some.Order(status: OrderStatus.Confirmed)));
        var refunded = Some.Order(status: OrderStatus.Settled, modifiedAt: Now.AddDays(9)) with { ActualBase = new Money(3500), ActualFee = new Money(350), Returned = 1 };

        await SaveAsync(Some.Attributed(refunded));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(new Figures(0, 0, 0, 1, new Money(3500), new Money(350))));
    }

    [Test]
    public async Task An_order_that_moves_to_another_group_is_counted_there_and_no_longer_here()
    {
        await SaveAsync(Some.Attributed(Some.Order("r1")), Some.Attributed(Some.Order("r2")));

        await SaveAsync(Some.Attributed(Some.Order("r1", modifiedAt: Now.AddDays(1)), groupId: "dorm-1"));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1)));
        Assert.That(await SumAsync("dorm-1"), Is.EqualTo(Paid(1)));
    }

    [Test]
    public async Task An_order_whose_time_is_corrected_moves_to_the_other_hour()
    {
        await SaveAsync(Some.Attributed(Some.Order()));

        await SaveAsync(Some.Attributed(Some.Order(orderedAt: Now.AddHours(2), modifiedAt: Now.AddDays(1))));

        Assert.That((await HoursAsync("mama-1")).Select(hour => (hour.Hour, hour.Figures.Orders)), Is.EqualTo(new[] { (Now, 0L), (Now.AddHours(2), 1L) }));
    }

    [Test]
    public async Task Sales_that_change_while_the_commission_stays_are_added_up_again()
    {
        await SaveAsync(Some.Attributed(Some.Order()));
        var dearer = Some.Order(modifiedAt: Now.AddDays(1)) with { EstimatedBase = Money.FromYuan(90) };

        await SaveAsync(Some.Attributed(dearer));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1) with { Sales = Money.FromYuan(90) }));
    }

    [Test]
    public async Task An_order_without_commission_that_is_not_paid_any_more_counts_no_longer()
    {
        var free = Some.Order() with { EstimatedBase = Money.Zero, EstimatedFee = Money.Zero };
        await SaveAsync(Some.Attributed(free));

        await SaveAsync(Some.Attributed(Some.Order(status: OrderStatus.Invalid, modifiedAt: Now.AddDays(1))));

        Assert.That((await SumAsync("mama-1")).Orders, Is.Zero);
    }

    [Test]
    public async Task Rows_that_turn_out_to_be_of_two_orders_count_as_two()
    {
        await SaveAsync(Some.Attributed(Some.Order("r1")), Some.Attributed(Some.Order("r2") with { OrderId = "order-of-r1" }));

        await SaveAsync(Some.Attributed(Some.Order("r2", modifiedAt: Now.AddDays(1))));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(2)));
    }

    [Test]
    public async Task An_order_of_no_group_is_kept_and_counts_for_none()
    {
        await SaveAsync(Some.Attributed(Some.Order(), groupId: null));

        Assert.That(Stage.One<string>("SELECT attribution FROM orders"), Is.EqualTo("none"));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM metrics_hourly"), Is.Zero);
    }

    [Test]
    public async Task Recounting_orders_leaves_clicks_and_posts_alone()
    {
        await Stage.Clicks.SeedAsync([Some.Click(at: Now.AddMinutes(10))]);

        await SaveAsync(Some.Attributed(Some.Order()));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1) with { Clicks = 1, Visitors = 1, RawClicks = 1 }));
    }

    [Test]
    public async Task The_watermark_is_unknown_before_the_first_sync_and_moves_with_each_window()
    {
        Assert.That(await ReachAsync(), Is.Null);

        await Stage.SaveOrdersAsync(Now);
        Assert.That(await ReachAsync(), Is.EqualTo(new OrderReach(Now.AddHours(-1), Now, Now)));
        Assert.That(await Stage.Orders.ReachAsync("jd", "other", default), Is.Null);

        await Stage.SaveOrdersAsync(Now.AddHours(1));
        Assert.That(await ReachAsync(), Is.EqualTo(new OrderReach(Now.AddHours(-1), Now.AddHours(1), Now)));
    }

    [Test]
    public async Task The_watermark_never_goes_back()
    {
        await Stage.SaveOrdersAsync(Now);

        await Stage.SaveOrdersAsync(Now.AddHours(-1));

        Assert.That((await ReachAsync())!.Until, Is.EqualTo(Now));
    }

    [Test]
    public async Task A_watermark_of_a_clock_that_ran_ahead_is_replaced()
    {
        await Stage.SaveOrdersAsync(Now.AddDays(2));

        await Stage.SaveOrdersAsync(Now);

        Assert.That((await ReachAsync())!.Until, Is.EqualTo(Now));
    }

    [Test]
    public async Task A_window_read_over_again_moves_no_watermark()
    {
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [Some.Attributed(Some.Order())], SeenAt = Now }, default);

        Assert.That(await ReachAsync(), Is.Null);
        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1)));
    }

    [Test]
    public async Task Every_version_of_a_row_is_kept_as_it_came_and_the_same_one_once()
    {
        var first = Some.Order();
        var second = Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7));

        await SaveAsync(Some.Attributed(first), Some.Attributed(first), Some.Attributed(second));
        await SaveAsync(Some.Attributed(first), Some.Attributed(second));

        Assert.That(Bodies(), Is.EqualTo(new[] { first.Raw, second.Raw }));
    }

    [Test]
    public async Task A_version_that_comes_late_is_kept_once_and_not_booked()
    {
        var late = Some.Order(modifiedAt: Now.AddDays(1));
        await SaveAsync(Some.Attributed(Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7))));

        Assert.That(await SaveAsync(Some.Attributed(late)), Is.Zero);
        await SaveAsync(Some.Attributed(late));

        Assert.That(Bodies().Count(body => body == late.Raw), Is.EqualTo(1));
        Assert.That(Bodies(), Has.Count.EqualTo(2));
        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("confirmed"));
    }

    [Test]
    public async Task Of_two_versions_of_one_moment_the_one_that_came_last_is_booked()
    {
        await SaveAsync(Some.Attributed(Some.Order() with { Raw = "a" }), Some.Attributed(Some.Order(status: OrderStatus.Invalid) with { Raw = "b" }));
        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("invalid"));

        await SaveAsync(Some.Attributed(Some.Order() with { Raw = "a" }));

        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("paid"));
        Assert.That(Bodies(), Is.EqualTo(new[] { "a", "b", "a" }), "each in its turn, so that a recount ends the same");
    }

    [Test]
    public async Task A_row_that_is_settled_by_the_passing_of_its_payday_is_booked_without_another_version()
    {
        var confirmed = Some.Order(status: OrderStatus.Confirmed);
        await SaveAsync(Some.Attributed(confirmed));

        Assert.That(await SaveAsync(Some.Attributed(confirmed with { Status = OrderStatus.Settled })), Is.EqualTo(1));

        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("settled"));
        Assert.That(Bodies(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Changes_are_told_with_what_they_did_to_the_commission()
    {
        await SaveAsync(Some.Attributed(Some.Order("r1")));

        var saved = await Stage.Orders.SaveAsync(
            Batch([Some.Attributed(Some.Order("r1", OrderStatus.Invalid, modifiedAt: Now.AddDays(1))), Some.Attributed(Some.Order("r2"))]), default);

        Assert.That(saved.Changes.Select(change => (change.IsNew, change.Difference)), Is.EqualTo(new[] { (false, Money.FromYuan(-8)), (true, Money.FromYuan(8)) }));
    }

    [Test]
    public async Task A_row_that_cannot_be_read_is_kept_once_and_keeps_no_other_back()
    {
        var batch = Batch([Some.Attributed(Some.Order())]) with { Unreadable = [new OrderReport("broken", null, "r9"), new OrderReport("worse", null, null)] };

        Assert.That((await Stage.Orders.SaveAsync(batch, default)).Unreadable, Is.EqualTo(2));
        Assert.That((await Stage.Orders.SaveAsync(batch, default)).Unreadable, Is.Zero);

        Assert.That(Bodies(), Is.SupersetOf(new[] { "broken", "worse" }));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM orders"), Is.EqualTo(1));
    }

    private static Figures Paid(int orders) => new(0, 0, 0, orders, Money.FromYuan(80) * orders, Money.FromYuan(8) * orders);

    private Task<int> SaveAsync(params AttributedOrder[] orders) => Stage.SaveOrdersAsync(Now, orders);

    private Task<IReadOnlyList<HourlyMetrics>> HoursAsync(string group) => Stage.Metrics.HourlyAsync([group], Now.AddDays(-1), Now.AddDays(1), default);

    private async Task<Figures> SumAsync(string group) => Figures.Sum((await HoursAsync(group)).Select(hour => hour.Figures));

    private static OrderBatch Batch(IReadOnlyList<AttributedOrder> orders) => new() { Network = "jd", Account = "main", Orders = orders, SeenAt = Now };

    private Task<OrderReach?> ReachAsync() => Stage.Orders.ReachAsync("jd", "main", default);

    private IReadOnlyList<string> Bodies() => Stage.Query<string>("SELECT body FROM order_snapshots ORDER BY network, row_id, version");
}
