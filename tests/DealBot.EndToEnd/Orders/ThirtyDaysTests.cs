using DealBot.Core.Orders;
using DealBot.Simulators.Jd;

namespace DealBot.EndToEnd.Orders;

/// <summary>Thirty days of orders from a network that misbehaves in every way it knows, with a service that is killed again and again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ThirtyDaysTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset End = OrderShop.Start.AddDays(30);

    /// <summary>The next monthly sweep after the end. Nothing is ordered and nothing changes in between.</summary>
    private static readonly DateTimeOffset Closing = new(2026, 7, 1, 3, 0, 0, TimeSpan.FromHours(8));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Books_are_exact_to_the_fen_after_thirty_days_of_faults(int seed)
    {
        await using var shop = await OrderShop.OpenAsync(seed);
        var books = new Books(shop);
        var trouble = new Trouble(shop, seed);

        for (var at = OrderShop.Start + Turn; at <= End; at += Turn)
        {
            shop.World.MoveTo(at);
            await trouble.TurnAsync(at);
        }

        trouble.End();
        for (var turn = 0; turn < 50; turn++)
        {
            shop.World.MoveTo(Closing.AddMinutes(1 + turn));
            await shop.TurnAsync();
        }

        books.AssertSame();
        Assert.That(books.Query<string>("SELECT DISTINCT status FROM orders"), Is.EquivalentTo(new[] { "created", "paid", "confirmed", "settled", "invalid" }).Or.EquivalentTo(new[] { "paid", "confirmed", "settled", "invalid" }));
        Assert.That(shop.Told.Select(notice => notice.Kind), Does.Contain("orders_found").And.Contain("orders_unreadable"));
        Assert.That(shop.Jd.Orders, Has.Count.GreaterThan(1000));
        Assert.That(books.Versions(), Is.GreaterThan(2 * shop.Jd.Orders.Count), "every version is kept");
        await AssertRecountsAsync(shop, books);
    }

    private static async Task AssertRecountsAsync(OrderShop shop, Books books)
    {
        var span = new OrderSpan(OrderShop.Start, Closing);
        Assert.That((await shop.Recount().RunAsync(span, default)) with { Rows = 0 }, Is.EqualTo(RecountFigures.None), "what was booked is what the versions come to");

        await shop.Database.WriteAsync(
            (connection, transaction) =>
            {
                using var spoil = connection.CreateCommand();
                spoil.Transaction = transaction;
                spoil.CommandText = "UPDATE orders SET group_id = 'nobody', commission_fen = 1, status = 'paid'; UPDATE metrics_hourly SET orders = 9, sales_fen = 9";
                return spoil.ExecuteNonQuery();
            },
            default);
        Assert.That((await shop.Recount().RunAsync(span, default)).Moved, Is.EqualTo(shop.Jd.Orders.Count));
        books.AssertSame();
    }
}
