namespace DealBot.EndToEnd.Orders;

/// <summary>JD pays on a day that it names beforehand, and reports nothing when the day has come.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PaydayTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromHours(6);
    private static readonly DateTimeOffset DayAfter = new(2026, 6, 21, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset MonthlySweep = new(2026, 7, 1, 3, 0, 0, TimeSpan.FromHours(8));

    [Test]
    public async Task Orders_are_settled_on_the_day_after_and_no_sweep_says_that_it_found_them()
    {
        await using var shop = await OrderShop.OpenAsync(seed: 7, timeoutSeconds: 60);
        var (books, random) = (new Books(shop), new Random(7));
        for (var at = OrderShop.Start + Turn; at <= DayAfter; at += Turn)
        {
            shop.World.MoveTo(at);
            for (var bought = 0; bought < 4 && at < OrderShop.Start.AddDays(5); bought++)
            {
                shop.Buy(random);
            }

            shop.Jd.Advance();
            await shop.TurnAsync();
        }

        shop.World.MoveTo(DayAfter.AddMinutes(30));
        await shop.TurnAsync();

        books.AssertSame();
        Assert.That(books.Query<string>("SELECT DISTINCT status FROM orders"), Does.Contain("settled"));
        for (var turn = 0; turn < 100; turn++)
        {
            shop.World.MoveTo(MonthlySweep.AddMinutes(1 + turn));
            await shop.TurnAsync();
        }

        books.AssertSame();
        Assert.That(books.Query<long>("SELECT COUNT(*) FROM order_syncs WHERE kind = 'monthly' AND started_at > 1782000000000"), Is.EqualTo(new[] { 1 }), "it was swept");
        Assert.That(shop.Told.Select(notice => notice.Kind), Does.Not.Contain("orders_found"));
    }
}
