using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>What orders post to the books as they come.</summary>
public abstract class LedgerPostingContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly CommissionTerms Shared = new("li") { PromoterId = "zhang", PromoterRate = Rate.FromPercent(30), InviterId = "wang", InviterRate = Rate.FromPercent(5) };

    [Test]
    public async Task A_paid_order_is_estimated_for_each_party_and_owed_by_the_network()
    {
        await SaveAsync(Now, Row(OrderStatus.Paid));

        Assert.That(await BalancesAsync(), Is.EqualTo(new[]
        {
            "Network jd/main Estimated -8.00", "Owner li Estimated 5.20", "Promoter wang Estimated 0.40", "Promoter zhang Estimated 2.40",
        }));
    }

    [Test]
    public async Task Confirmed_and_settled_commission_leaves_the_stage_before()
    {
        await SaveAsync(Now, Row(OrderStatus.Paid));
        await SaveAsync(Now, Row(OrderStatus.Confirmed, days: 7));
        Assert.That(await BalancesAsync("zhang"), Is.EqualTo(new[] { "Promoter zhang Confirmed 2.10" }));

        await SaveAsync(Now, Row(OrderStatus.Settled, days: 20));

        Assert.That(await BalancesAsync(), Is.EqualTo(new[]
        {
            "Network jd/main Settled -7.00", "Owner li Settled 4.55", "Promoter wang Settled 0.35", "Promoter zhang Settled 2.10",
        }));
        Assert.That(Kinds(), Is.EqualTo(new[] { "order", "order", "order" }));
    }

    [Test]
    public async Task A_refund_after_confirmation_is_a_claw_back_in_the_month_in_which_it_came()
    {
        await SaveAsync(Now, Row(OrderStatus.Confirmed));
        await SaveAsync(Now.AddMonths(1), Row(OrderStatus.Invalid, days: 31));

        var lines = await Stage.Ledger.LinesAsync(LedgerParty.Promoter, "zhang", new LedgerMonth(2026, 7), default);

        Assert.That(lines.Select(line => (line.Kind, line.Entry.Amount, line.Order!.Version, line.Order.Stage)), Is.EqualTo(new[] { (LedgerKind.ClawBack, new Money(-210), 2L, (LedgerStage?)null) }));
        Assert.That(lines[0].Order!.Terms, Is.EqualTo(Shared));
        Assert.That(await BalancesAsync(new LedgerMonth(2026, 6)), Has.Length.EqualTo(4), "June stays as it was");
        Assert.That(await BalancesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_violation_reported_as_less_than_nothing_goes_below_zero()
    {
        await SaveAsync(Now, Row(OrderStatus.Settled, days: 1, actual: -101));

        Assert.That(await BalancesAsync(), Is.EqualTo(new[]
        {
            "Network jd/main Settled 1.01", "Owner li Settled -0.66", "Promoter wang Settled -0.05", "Promoter zhang Settled -0.30",
        }));
    }

    [Test]
    public async Task The_same_again_and_what_comes_late_post_nothing()
    {
        await SaveAsync(Now, Row(OrderStatus.Paid), Row(OrderStatus.Paid));
        await SaveAsync(Now, Row(OrderStatus.Confirmed, days: 7));
        await SaveAsync(Now, Row(OrderStatus.Paid), Row(OrderStatus.Paid, days: 2), Row(OrderStatus.Confirmed, days: 7));

        Assert.That(Kinds(), Has.Count.EqualTo(2));
        Assert.That(await BalancesAsync("zhang"), Is.EqualTo(new[] { "Promoter zhang Confirmed 2.10" }));
    }

    [Test]
    public async Task An_order_that_passes_its_payday_is_settled_without_another_version()
    {
        var confirmed = Row(OrderStatus.Confirmed);
        await SaveAsync(Now, confirmed);

        await SaveAsync(Now.AddDays(30), confirmed with { Order = confirmed.Order with { Status = OrderStatus.Settled } });

        Assert.That(await BalancesAsync("zhang"), Is.EqualTo(new[] { "Promoter zhang Settled 2.10" }));
        Assert.That(Stage.Query<string>("SELECT version || '.' || step FROM ledger_transactions ORDER BY transaction_id"), Is.EqualTo(new[] { "1.0", "1.1" }));
    }

    [TestCase(LedgerKind.Recount)]
    [TestCase(LedgerKind.Claim)]
    public async Task A_row_booked_anew_for_another_promoter_moves_the_difference_under_its_cause(LedgerKind cause)
    {
        await SaveAsync(Now, Row(OrderStatus.Confirmed));
        var page = await Stage.OrderHistory.PageAsync(null, null, default) is { Count: > 0 } unread
            ? unread
            : await Stage.OrderHistory.PageAsync(new OrderSpan(Now.AddHours(-1), Now.AddHours(2)), null, default);

        var row = Row(OrderStatus.Confirmed) with { Terms = Shared with { PromoterId = "zhao" } };
        await Stage.OrderHistory.RebookAsync([new RebookedOrder(page[0], row) { Cause = cause }], default);
        await Stage.OrderHistory.RebookAsync([new RebookedOrder(page[0], row) { Cause = cause }], default);

        Assert.That(await BalancesAsync("zhang"), Is.Empty);
        Assert.That(await BalancesAsync("zhao"), Is.EqualTo(new[] { "Promoter zhao Confirmed 2.10" }));
        Assert.That(Kinds(), Is.EqualTo(new[] { "order", cause == LedgerKind.Claim ? "claim" : "recount" }));
        Assert.That((await Stage.LedgerAudit.RunAsync(null, _ => { }, default)).Found, Is.Zero);
    }

    [Test]
    public async Task An_order_that_brings_nothing_posts_nothing()
    {
        await SaveAsync(Now, Row(OrderStatus.Created));
        await SaveAsync(Now, Row(OrderStatus.Invalid, days: 1));

        Assert.That(Kinds(), Is.Empty);
    }

    [Test]
    public async Task A_month_begins_at_midnight_in_Beijing()
    {
        await SaveAsync(Some.Shanghai("2026-06-30 23:59"), Row(OrderStatus.Paid));
        await SaveAsync(Some.Shanghai("2026-07-01 00:00"), Row(OrderStatus.Confirmed, days: 7));

        Assert.That(Stage.Query<long>("SELECT month FROM ledger_transactions ORDER BY transaction_id"), Is.EqualTo(new[] { 202606, 202607 }));
    }

    private static AttributedOrder Row(OrderStatus status, int days = 0, long? actual = null)
    {
        var order = Some.Order(status: status, modifiedAt: Now.AddDays(days).AddHours(1));
        return Some.Attributed(actual is { } fen ? order with { ActualFee = new Money(fen) } : order) with { Terms = Shared };
    }

    private Task SaveAsync(DateTimeOffset seenAt, params AttributedOrder[] rows) => Stage.SaveOrdersAsync(seenAt, rows);

    private Task<string[]> BalancesAsync() => BalancesAsync(null, null);

    private Task<string[]> BalancesAsync(string id) => BalancesAsync(null, id);

    private Task<string[]> BalancesAsync(LedgerMonth until) => BalancesAsync(until, null);

    private async Task<string[]> BalancesAsync(LedgerMonth? until, string? id) =>
        [.. (await Stage.Ledger.MovementsAsync(until, null, id, default))
            .GroupBy(movement => movement.Account, movement => movement.Amount)
            .Select(account => (account.Key, Sum: account.Aggregate((sum, next) => sum + next)))
            .Where(account => account.Sum != Money.Zero)
            .Select(account => $"{account.Key.Party} {account.Key.Id} {account.Key.Stage} {account.Sum}")];

    private IReadOnlyList<string> Kinds() => Stage.Query<string>("SELECT kind FROM ledger_transactions ORDER BY transaction_id");
}
