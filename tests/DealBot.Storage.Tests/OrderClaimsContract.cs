using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

public abstract class OrderClaimsContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task Rows_are_found_by_the_order_s_number_or_their_own_id_with_every_version()
    {
        await Stage.SaveOrdersAsync(
            Now,
            Some.Attributed(Some.Order("r1") with { OrderId = "o1" }),
            Some.Attributed(Some.Order("r2") with { OrderId = "o1" }),
            Some.Attributed(Some.Order("r1", OrderStatus.Confirmed, modifiedAt: Now.AddDays(1)) with { OrderId = "o1" }));

        var rows = await Stage.OrderClaims.FindAsync("o1", default);

        Assert.That(rows.Select(row => (row.Row.RowId, row.Versions.Versions.Count, row.ClaimId)), Is.EqualTo(new[] { ("r1", 2, 0L), ("r2", 1, 0L) }));
        Assert.That((await Stage.OrderClaims.FindAsync("r2", default)).Select(row => row.Row.RowId), Is.EqualTo(new[] { "r2" }));
        Assert.That(await Stage.OrderClaims.FindAsync("o9", default), Is.Empty);
    }

    [Test]
    public async Task A_claim_is_put_on_record_and_booked_with_its_hours_at_once()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));

        var figures = await ClaimAsync("dorm-1");

        Assert.That(figures, Is.EqualTo(new RecountFigures(1, 1, 1, 2, Money.Zero)));
        Assert.That(Booked(), Is.EqualTo("dorm-1 claimed 100"));
        Assert.That(Stage.Query<string>("SELECT group_id || ' ' || orders FROM metrics_hourly ORDER BY 1"), Is.EqualTo(new[] { "dorm-1 1", "mama-1 0" }));
        Assert.That(await Stage.OrderClaims.SinceAsync(0, default), Is.EqualTo(new[] { new OrderClaim(1, "jd", "r1", "dorm-1", Now.ToUniversalTime(), "li") }));
        Assert.That(await Stage.OrderClaims.SinceAsync(1, default), Is.Empty);
    }

    [Test]
    public async Task A_claim_of_what_has_changed_since_it_was_found_changes_nothing()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        var found = await Stage.OrderClaims.FindAsync("r1", default);
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7))));

        Assert.That(await ClaimAsync("dorm-1", found), Is.Null);
        Assert.That(await Stage.OrderClaims.SinceAsync(0, default), Is.Empty);
        Assert.That(Booked(), Is.EqualTo("mama-1 link 100"));
    }

    [Test]
    public async Task Of_two_claims_made_at_once_the_second_is_looked_at_again()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        var found = await Stage.OrderClaims.FindAsync("r1", default);
        await ClaimAsync("dorm-1", found);

        Assert.That(await ClaimAsync("dorm-2", found), Is.Null);
        Assert.That(Booked(), Is.EqualTo("dorm-1 claimed 100"));
    }

    [Test]
    public async Task A_batch_traced_before_a_claim_is_not_booked_over_it()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        await ClaimAsync("dorm-1");
        var later = Some.Order(status: OrderStatus.Confirmed, modifiedAt: Now.AddDays(7));

        var stale = await SaveAsync(Some.Attributed(later), claimsRead: 0);
        Assert.That((stale.IsOvertaken, Stage.One<long>("SELECT COUNT(*) FROM order_snapshots")), Is.EqualTo((true, 1L)));

        var fresh = await SaveAsync(Claimed(later, "dorm-1"), claimsRead: 1);
        Assert.That((fresh.IsOvertaken, fresh.Changes.Count, Booked()), Is.EqualTo((false, 1, "dorm-1 claimed 100")));
    }

    [Test]
    public async Task A_recount_that_began_before_a_claim_leaves_the_row_alone()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        var versions = (await Stage.OrderClaims.FindAsync("r1", default)).Single().Versions;
        await ClaimAsync("dorm-1");

        await Stage.OrderHistory.RebookAsync([new RebookedOrder(versions, Some.Attributed(Some.Order()))], default);
        Assert.That(Booked(), Is.EqualTo("dorm-1 claimed 100"));

        await Stage.OrderHistory.RebookAsync([new RebookedOrder(versions, Claimed(Some.Order(), "dorm-1"))], default);
        Assert.That(Booked(), Is.EqualTo("dorm-1 claimed 100"));
    }

    [Test]
    public async Task What_is_taken_back_is_traced_by_the_rules_again()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        await ClaimAsync("dorm-1");

        await ClaimAsync(null);

        Assert.That(Booked(), Is.EqualTo("mama-1 link 100"));
        Assert.That((await Stage.OrderClaims.SinceAsync(0, default)).Select(claim => claim.GroupId), Is.EqualTo(new[] { "dorm-1", null }));
        await Stage.OrderHistory.RebookAsync([new RebookedOrder((await Stage.OrderClaims.FindAsync("r1", default)).Single().Versions, Some.Attributed(Some.Order(), "mama-3"))], default);
        Assert.That(Booked(), Is.EqualTo("mama-3 link 100"));
    }

    [Test]
    public async Task A_row_that_came_without_its_id_can_be_claimed_once_it_is_read()
    {
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [], Unreadable = [new OrderReport("nameless", null, null)], SeenAt = Now }, default);
        var kept = (await Stage.OrderHistory.PageAsync(null, null, default)).Single();
        await Stage.OrderHistory.RebookAsync([new RebookedOrder(kept, Some.Attributed(Some.Order() with { Raw = "nameless" }))], default);

        Assert.That(await ClaimAsync("dorm-1"), Is.Not.Null);

        Assert.That(Booked(), Is.EqualTo("dorm-1 claimed 100"));
        Assert.That((await Stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences, Is.Empty);
    }

    [Test]
    public async Task A_row_that_came_without_its_id_is_not_booked_over_what_came_with_it_later()
    {
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [], Unreadable = [new OrderReport("nameless", null, null)], SeenAt = Now }, default);
        var kept = (await Stage.OrderHistory.PageAsync(null, null, default)).Single();
        await Stage.SaveOrdersAsync(Now.AddDays(7), Some.Attributed(Some.Order(status: OrderStatus.Invalid, modifiedAt: Now.AddDays(7))));

        await Stage.OrderHistory.RebookAsync([new RebookedOrder(kept, Some.Attributed(Some.Order() with { Raw = "nameless" }))], default);

        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("invalid"));
        Assert.That(await Stage.OrderHistory.PageAsync(null, null, default), Is.Empty, "it was read, and is not tried again");
    }

    [Test]
    public async Task What_came_with_its_id_is_not_booked_over_what_came_without_it_later()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));
        var named = (await Stage.OrderClaims.FindAsync("r1", default)).Single().Versions;
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [], Unreadable = [new OrderReport("nameless", null, null)], SeenAt = Now.AddDays(7) }, default);
        var nameless = (await Stage.OrderHistory.PageAsync(null, null, default)).Single();
        await Stage.OrderHistory.RebookAsync([new RebookedOrder(nameless, Some.Attributed(Some.Order(status: OrderStatus.Invalid, modifiedAt: Now.AddDays(7)) with { Raw = "nameless" }))], default);

        await Stage.OrderHistory.RebookAsync([new RebookedOrder(named, Some.Attributed(Some.Order()))], default);

        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("invalid"));
    }

    private string Booked() => Stage.One<string>("SELECT group_id || ' ' || attribution || ' ' || confidence FROM orders");

    private Task<SavedOrders> SaveAsync(AttributedOrder row, long claimsRead) =>
        Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [row], SeenAt = Now, ClaimsRead = claimsRead }, default);

    private async Task<RecountFigures?> ClaimAsync(string? group, IReadOnlyList<ClaimableRow>? found = null)
    {
        found ??= await Stage.OrderClaims.FindAsync("r1", default);
        return await Stage.OrderClaims.ClaimAsync(
            [.. found.Select(row => new OrderClaim(0, row.Row.Network, row.Row.RowId, group, Now, "li"))],
            [.. found.Select(row => (row, group is null ? Some.Attributed(Some.Order()) : Claimed(Some.Order(), group)))],
            default);
    }

    private static AttributedOrder Claimed(OrderUpdate order, string group) => new(order, "li", new Attribution(AttributionMethod.Claimed, group, null));
}
