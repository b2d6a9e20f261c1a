using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>What a promoter's own groups had sold when a month began.</summary>
public abstract class PromoterSalesContract : StorageContract
{
    private static readonly DateTimeOffset May = Some.Shanghai("2026-05-10 09:00");
    private static readonly LedgerMonth June = new(2026, 6);
    private static readonly LedgerMonth July = new(2026, 7);

    private static AttributedOrder Order(string rowId, OrderStatus status, DateTimeOffset modifiedAt, string promoter = "chen", string? inviter = null) =>
        Some.Attributed(Some.Order(rowId, status, May, modifiedAt)) with
        {
            Terms = new CommissionTerms("li") { PromoterId = promoter, PromoterRate = Rate.FromPercent(20), InviterId = inviter, InviterRate = Rate.FromPercent(inviter is null ? 0 : 5) },
        };

    /// <summary>The order with other sales and the same commission.</summary>
    private static AttributedOrder Selling(int yuan, OrderStatus status, DateTimeOffset modifiedAt)
    {
        var order = Order("r1", status, modifiedAt);
        return order with { Order = order.Order with { ActualBase = Money.FromYuan(yuan), Raw = $"{order.Order.Raw} {yuan}" } };
    }

    private Task<Money> SalesAsync(LedgerMonth month, string promoter = "chen") => Stage.PromoterSales.BeforeAsync(promoter, month, default);

    private Task SaveAsync(DateTimeOffset at, params AttributedOrder[] orders) => Stage.SaveOrdersAsync(at, orders);

    [Test]
    public async Task Confirmed_and_settled_sales_count_and_estimates_do_not()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May), Order("r2", OrderStatus.Settled, May), Order("r3", OrderStatus.Paid, May));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.FromYuan(140)));
        Assert.That(await SalesAsync(new LedgerMonth(2026, 5)), Is.EqualTo(Money.Zero), "not before they were booked");
    }

    [Test]
    public async Task What_is_booked_after_the_month_began_makes_no_difference_to_it()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May), Order("r2", OrderStatus.Paid, May));
        await SaveAsync(June.Start, Order("r1", OrderStatus.Invalid, May.AddDays(2)), Order("r2", OrderStatus.Confirmed, May.AddDays(2)), Order("r3", OrderStatus.Settled, May.AddDays(2)));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.FromYuan(70)));
        Assert.That(await SalesAsync(July), Is.EqualTo(Money.FromYuan(140)));
    }

    [Test]
    public async Task Refunds_before_the_month_are_taken_off()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May), Order("r2", OrderStatus.Settled, May));
        await SaveAsync(May.AddDays(2), Order("r1", OrderStatus.Invalid, May.AddDays(1)));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.FromYuan(70)));
    }

    [Test]
    public async Task Sales_count_as_they_were_told_last_though_neither_stage_nor_commission_changed()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May));
        await SaveAsync(May.AddDays(2), Selling(90, OrderStatus.Confirmed, May.AddDays(1)));
        await SaveAsync(May.AddDays(3), Selling(40, OrderStatus.Confirmed, May.AddHours(1)));
        await SaveAsync(June.Start, Selling(100, OrderStatus.Confirmed, May.AddDays(3)));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.FromYuan(90)), "neither what came late nor what came when the month had begun");
        Assert.That(await SalesAsync(July), Is.EqualTo(Money.FromYuan(100)));
    }

    [Test]
    public async Task Sales_that_were_told_between_two_bookings_are_those_of_the_later_one()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May));
        await SaveAsync(May.AddDays(2), Selling(90, OrderStatus.Confirmed, May.AddDays(1)));
        await SaveAsync(May.AddDays(3), Selling(80, OrderStatus.Settled, May.AddDays(2)));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.FromYuan(80)));
    }

    [Test]
    public async Task Sales_of_those_whom_a_promoter_invited_are_not_own_sales()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May, "zhao", inviter: "chen"));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.Zero));
        Assert.That(await SalesAsync(June, "zhao"), Is.EqualTo(Money.FromYuan(70)));
    }

    [Test]
    public async Task An_order_that_went_to_another_promoter_counts_for_that_one()
    {
        await SaveAsync(May.AddDays(1), Order("r1", OrderStatus.Confirmed, May));
        await SaveAsync(May.AddDays(2), Order("r1", OrderStatus.Settled, May.AddDays(1), "zhao"));

        Assert.That(await SalesAsync(June), Is.EqualTo(Money.Zero));
        Assert.That(await SalesAsync(June, "zhao"), Is.EqualTo(Money.FromYuan(70)));
    }
}
