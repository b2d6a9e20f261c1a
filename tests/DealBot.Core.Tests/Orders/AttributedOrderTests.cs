using DealBot.Contracts;

namespace DealBot.Core.Tests.Orders;

public sealed class AttributedOrderTests
{
    [TestCase(OrderStatus.Unknown, 0, 0, false)]
    [TestCase(OrderStatus.Created, 0, 0, false)]
    [TestCase(OrderStatus.Paid, 80, 8, true)]
    [TestCase(OrderStatus.Confirmed, 70, 7, true)]
    [TestCase(OrderStatus.Settled, 70, 7, true)]
    [TestCase(OrderStatus.Invalid, 0, 0, false)]
    public void An_order_counts_its_estimate_while_paid_its_actual_figures_once_confirmed_and_nothing_otherwise(OrderStatus status, decimal sales, decimal commission, bool counts)
    {
        var order = Some.Attributed(Some.Order(status: status));

        Assert.That((order.Sales, order.Commission, order.Counts), Is.EqualTo((Money.FromYuan(sales), Money.FromYuan(commission), counts)));
    }
}
