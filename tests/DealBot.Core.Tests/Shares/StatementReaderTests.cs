using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Core.Tests.Shares;

public sealed class StatementReaderTests
{
    private StatementStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new StatementStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task An_order_is_listed_once_with_where_it_came_to_in_the_month()
    {
        await _stage.BookAsync("2026-06-02 10:00", "1", OrderStatus.Paid, 8, "2026-06-02 09:00");
        await _stage.BookAsync("2026-06-09 10:00", "1", OrderStatus.Confirmed, 7, "2026-06-02 09:00");

        var statement = await _stage.ReadAsync();

        var order = statement.Orders.Single();
        Assert.That((order.Section, order.Role, order.Order.Stage), Is.EqualTo((StatementSection.Orders, StatementRole.Own, (LedgerStage?)LedgerStage.Confirmed)));
        Assert.That((order.Rate, order.Share, order.Order.Sales), Is.EqualTo((Rate.FromPercent(20), Money.FromYuan(1.4m), Money.FromYuan(70))));
        Assert.That((order.Estimated, order.Confirmed, order.Settled, order.Change), Is.EqualTo((Money.Zero, Money.FromYuan(1.4m), Money.Zero, Money.FromYuan(1.4m))));
        Assert.That(statement.Confirmed.Closing, Is.EqualTo(Money.FromYuan(1.4m)));
        Assert.That(statement.Payable, Is.EqualTo(Money.Zero), "confirmed is not payable");
    }

    [Test]
    public async Task Orders_of_whom_a_promoter_invited_are_listed_with_the_inviters_part()
    {
        await _stage.BookAsync("2026-06-02 10:00", "1", OrderStatus.Settled, 8, "2026-06-02 09:00", group: "mama-2");

        var order = (await _stage.ReadAsync()).Orders.Single();
        Assert.That((order.Role, order.Rate, order.Share), Is.EqualTo((StatementRole.Inviter, Rate.FromPercent(5), Money.FromYuan(0.4m))));
        Assert.That((await _stage.ReadAsync("zhao")).Orders.Single().Share, Is.EqualTo(Money.FromYuan(1.6m)));
    }

    [Test]
    public async Task Earlier_orders_that_come_further_are_apart_from_those_whose_share_changes()
    {
        await _stage.BookAsync("2026-05-20 10:00", "1", OrderStatus.Paid, 10, "2026-05-20 09:00");
        await _stage.BookAsync("2026-05-20 10:00", "2", OrderStatus.Confirmed, 10, "2026-05-20 09:00");
        await _stage.BookAsync("2026-06-20 10:00", "1", OrderStatus.Settled, 10, "2026-05-20 09:00");
        await _stage.BookAsync("2026-06-20 10:00", "2", OrderStatus.Invalid, 10, "2026-05-20 09:00");
        await _stage.BookAsync("2026-06-20 10:00", "3", OrderStatus.Paid, 10, "2026-05-31 23:00");

        var statement = await _stage.ReadAsync();

        Assert.That(statement.Orders.Select(order => $"{order.Order.RowId} {order.Section} {order.Kind} {order.Share} {order.Change}"), Is.EqualTo(new[]
        {
            "3 Orders Order 2.00 2.00", "1 Progress Order 2.00 0.00", "2 Adjustments ClawBack 0.00 -2.00",
        }));
        Assert.That((statement.Estimated.Opening, statement.Confirmed.Opening), Is.EqualTo((Money.FromYuan(2), Money.FromYuan(2))));
        Assert.That((statement.Estimated.Change, statement.Confirmed.Change, statement.Settled.Change), Is.EqualTo((Money.Zero, Money.FromYuan(-2), Money.FromYuan(2))));
    }

    [Test]
    public async Task Balance_goes_from_month_to_month_with_payouts_and_debts()
    {
        await _stage.BookAsync("2026-05-20 10:00", "1", OrderStatus.Settled, 50, "2026-05-10 09:00");
        await _stage.PayAsync("2026-06-05 10:00", "chen", 10, new LedgerMonth(2026, 5));
        await _stage.BookAsync("2026-06-20 10:00", "1", OrderStatus.Invalid, 50, "2026-05-10 09:00");
        await _stage.BookAsync("2026-06-21 10:00", "2", OrderStatus.Settled, 5, "2026-06-10 09:00");

        var (may, june, july) = (await _stage.ReadAsync(month: 5), await _stage.ReadAsync(), await _stage.ReadAsync(month: 7));

        Assert.That((may.PayableAtEnd, may.Payable), Is.EqualTo((Money.FromYuan(10), Money.Zero)), "paid since");
        Assert.That(june.Payouts.Single().Month, Is.EqualTo(new LedgerMonth(2026, 5)));
        Assert.That((june.Settled.Opening, june.SettledByOrders, june.PaidOut, june.Settled.Closing), Is.EqualTo((Money.FromYuan(10), Money.FromYuan(-9), Money.FromYuan(10), Money.FromYuan(-9))));
        Assert.That((june.PayableAtEnd, june.Payable), Is.EqualTo((Money.Zero, Money.Zero)), "a debt is not payable");
        Assert.That((july.Settled.Opening, july.Orders.Count, july.IsFinal), Is.EqualTo((Money.FromYuan(-9), 0, false)));
    }

    [Test]
    public async Task A_stated_month_stays_as_it_was_whatever_comes_later()
    {
        await _stage.BookAsync("2026-05-20 10:00", "1", OrderStatus.Confirmed, 50, "2026-05-10 09:00");
        var before = StatementCsv.Write([await _stage.ReadAsync(month: 5)], StatementStage.Layout);
        await _stage.BookAsync("2026-06-20 10:00", "1", OrderStatus.Invalid, 50, "2026-05-10 09:00");

        Assert.That(StatementCsv.Write([await _stage.ReadAsync(month: 5)], StatementStage.Layout), Is.EqualTo(before));
    }

    [Test]
    public async Task Level_and_sales_are_those_of_the_month()
    {
        _stage.Sales.Sales[("chen", new LedgerMonth(2026, 6))] = Money.FromYuan(5000);

        Assert.That((await _stage.ReadAsync()).Level!.Name, Is.EqualTo("导师"));
        Assert.That((await _stage.ReadAsync(month: 5)).Level!.Name, Is.EqualTo("超级会员"));
        Assert.That((await _stage.ReadAsync()).SalesBefore, Is.EqualTo(Money.FromYuan(5000)));
    }

    [Test]
    public async Task Nothing_is_stated_when_entries_and_roll_up_do_not_agree()
    {
        await _stage.BookAsync("2026-06-02 10:00", "1", OrderStatus.Settled, 8, "2026-06-02 09:00");
        _stage.Ledger.Astray = new Money(1);

        var exception = await Assert.ThrowsAsync<StatementMismatchException>(() => _stage.ReadAsync());
        Assert.That(exception!.Reason.Zh, Does.Contain("dealbot ledger verify").And.Contain("chen"));
    }
}
