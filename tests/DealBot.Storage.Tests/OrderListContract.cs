using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

public abstract class OrderListContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [SetUp]
    public Task SaveAsync() => Stage.SaveOrdersAsync(
        Now,
        Some.Attributed(Some.Order("r1", orderedAt: Now)),
        Some.Attributed(Some.Order("r2", OrderStatus.Settled, orderedAt: Now.AddHours(1)), "mama-2", "p2"),
        Some.Attributed(Some.Order("r3", orderedAt: Now.AddHours(2)), null),
        new AttributedOrder(Some.Order("r4", OrderStatus.Invalid, Now.AddHours(3)), "li", new Attribution(AttributionMethod.Join, "mama-1", "p9") { Confidence = 83 }));

    [Test]
    public async Task The_latest_come_first_with_what_they_are_booked_with()
    {
        var rows = await Stage.OrderList.ListAsync(new OrderQuery(), default);

        Assert.That(rows.Select(row => row.RowId), Is.EqualTo(new[] { "r4", "r3", "r2", "r1" }));
        Assert.That(rows[0].Attribution, Is.EqualTo(new Attribution(AttributionMethod.Join, "mama-1", "p9") { Confidence = 83 }));
        Assert.That(rows[1].Attribution, Is.EqualTo(Attribution.None));
        Assert.That((rows[2].OrderId, rows[2].Status, rows[2].Sales, rows[2].Commission, rows[2].OwnerId, rows[2].Account), Is.EqualTo(("order-of-r2", OrderStatus.Settled, Money.FromYuan(70), Money.FromYuan(7), "li", "main")));
    }

    [Test]
    public async Task Each_question_narrows_the_list()
    {
        async Task<string> Rows(OrderQuery query) => string.Join(' ', (await Stage.OrderList.ListAsync(query, default)).Select(row => row.RowId));

        Assert.That(await Rows(new OrderQuery { From = Now.AddHours(1), Until = Now.AddHours(3) }), Is.EqualTo("r3 r2"));
        Assert.That(await Rows(new OrderQuery { GroupId = "mama-1" }), Is.EqualTo("r4 r1"));
        Assert.That(await Rows(new OrderQuery { Network = "pdd" }), Is.Empty);
        Assert.That(await Rows(new OrderQuery { Network = "jd", Status = OrderStatus.Paid }), Is.EqualTo("r3 r1"));
        Assert.That(await Rows(new OrderQuery { Unattributed = true }), Is.EqualTo("r3"));
        Assert.That(await Rows(new OrderQuery { Limit = 2 }), Is.EqualTo("r4 r3"));
    }
}
