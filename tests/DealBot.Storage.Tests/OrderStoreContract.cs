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
    public async Task An_order_of_no_group_is_kept_and_counts_for_none()
    {
        await SaveAsync(Some.Attributed(Some.Order(), groupId: null));

        Assert.That(Stage.One<string>("SELECT attribution FROM orders"), Is.EqualTo("none"));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM metrics_hourly"), Is.Zero);
    }

    [Test]
    public async Task Recounting_orders_leaves_clicks_and_posts_alone()
    {
        await Stage.Clicks.AppendAsync([Some.Click(at: Now.AddMinutes(10))], TimeSpan.FromHours(24), default);

        await SaveAsync(Some.Attributed(Some.Order()));

        Assert.That(await SumAsync("mama-1"), Is.EqualTo(Paid(1) with { Clicks = 1, Visitors = 1 }));
    }

    [Test]
    public async Task The_watermark_is_unknown_before_the_first_sync_and_moves_with_each_window()
    {
        Assert.That(await Stage.Orders.WatermarkAsync("jd", "main", default), Is.Null);

        await Stage.Orders.SaveAsync("jd", "main", [], Now, default);
        Assert.That(await Stage.Orders.WatermarkAsync("jd", "main", default), Is.EqualTo(Now));
        Assert.That(await Stage.Orders.WatermarkAsync("jd", "other", default), Is.Null);

        await Stage.Orders.SaveAsync("jd", "main", [], Now.AddHours(1), default);
        Assert.That(await Stage.Orders.WatermarkAsync("jd", "main", default), Is.EqualTo(Now.AddHours(1)));
    }

    [Test]
    public async Task The_watermark_never_goes_back()
    {
        await Stage.Orders.SaveAsync("jd", "main", [], Now, default);

        await Stage.Orders.SaveAsync("jd", "main", [], Now.AddHours(-1), default);

        Assert.That(await Stage.Orders.WatermarkAsync("jd", "main", default), Is.EqualTo(Now));
    }

    [Test]
    public async Task A_watermark_of_a_clock_that_ran_ahead_is_replaced()
    {
        await Stage.Orders.SaveAsync("jd", "main", [], Now.AddDays(2), default);

        await Stage.Orders.SaveAsync("jd", "main", [], Now, default);

        Assert.That(await Stage.Orders.WatermarkAsync("jd", "main", default), Is.EqualTo(Now));
    }

    private static Figures Paid(int orders) => new(0, 0, 0, orders, Money.FromYuan(80) * orders, Money.FromYuan(8) * orders);

    private Task<int> SaveAsync(params AttributedOrder[] orders) => Stage.Orders.SaveAsync("jd", "main", orders, Now, default);

    private Task<IReadOnlyList<HourlyMetrics>> HoursAsync(string group) => Stage.Metrics.HourlyAsync([group], Now.AddDays(-1), Now.AddDays(1), default);

    private async Task<Figures> SumAsync(string group) => Figures.Sum((await HoursAsync(group)).Select(hour => hour.Figures));
}
