using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>Books that somebody meddled with are found out.</summary>
public abstract class LedgerAuditContract : StorageContract
{
    private static readonly LedgerMonth June = new(2026, 6);
    private static readonly CommissionTerms Shared = new("li") { PromoterId = "zhang", PromoterRate = Rate.FromPercent(30) };

    [SetUp]
    public async Task SetUpBooks()
    {
        foreach (var (status, days) in new[] { (OrderStatus.Paid, 0), (OrderStatus.Confirmed, 40) })
        {
            await Stage.SaveOrdersAsync(
                Some.Morning.AddDays(days),
                [.. new[] { "r1", "r2", "r3" }.Select(id => Some.Attributed(Some.Order(id, status, modifiedAt: Some.Morning.AddDays(days).AddHours(1))) with { Terms = Shared })]);
        }

        await Stage.Ledger.PostAsync(LedgerTransaction.Payout("zhang", new Money(100), "payout-1", Some.Morning), default);
        Stage.Execute($"INSERT INTO payouts (number, promoter_id, month, amount_fen, paid_at) VALUES (1, 'zhang', 202606, 100, {Some.Morning.ToUnixTimeMilliseconds()})");
    }

    [Test]
    public async Task Books_that_nobody_touched_are_right_in_every_month()
    {
        Assert.That(await RunAsync(null), Is.EqualTo((3, 7, 0)));
        Assert.That(await RunAsync(June), Is.EqualTo((3, 4, 0)));
        Assert.That(await RunAsync(June.Before), Is.EqualTo((3, 0, 0)));
    }

    [TestCase("UPDATE ledger_entries SET estimated_fen = estimated_fen + 1 WHERE transaction_id = 2 AND estimated_fen = 240", "jd r2 #1.0", "estimated 记的是")]
    [TestCase("DELETE FROM ledger_entries WHERE transaction_id = 3", "jd r3 #1.0", "记的是 0.00 元，应为 -8.00 元")]
    [TestCase("DELETE FROM ledger_transactions WHERE transaction_id = 1", "jd r1 #1.0", "记的是 0.00 元，应为 2.40 元")]
    [TestCase("UPDATE order_snapshots SET body = body || ' ' WHERE row_id = 'r2' AND version = 1", "jd r2 #1.0", "校验值不符")]
    [TestCase("UPDATE ledger_transactions SET month = 202607 WHERE transaction_id = 1", "jd r1 #1.0", "应记在 2026-06")]
    [TestCase("UPDATE ledger_movements SET estimated_fen = estimated_fen - 7 WHERE month = 202606", "2026-06", "记的是")]
    [TestCase("DELETE FROM ledger_movements", "2026-07", "记的是 0.00 元")]
    [TestCase("UPDATE orders SET commission_fen = 1 WHERE row_id = 'r3'", "jd r3", "应为 0.01 元")]
    [TestCase("DELETE FROM orders WHERE row_id = 'r1'", "jd r1", "订单表里没有")]
    [TestCase("DELETE FROM order_snapshots WHERE row_id = 'r1' AND version = 2", "jd r1 #2.0", "没有依据")]
    [TestCase("INSERT INTO ledger_entries VALUES (1, 202606, 77, 5, 0, 0, 0)", "#77", "合计是 0.05 元")]
    [TestCase("INSERT INTO ledger_accounts VALUES (90, 'owner', 'x'), (91, 'owner', 'y'); INSERT INTO ledger_entries VALUES (90, 202606, 1, 5, 0, 0, 0), (91, 202606, 1, -5, 0, 0, 0)", "ledger_entries", "多出 2 行")]
    [TestCase("UPDATE order_snapshots SET commission_fen = 900 WHERE row_id = 'r2' AND version = 1", "jd r2 #1.0", "应为 2.70 元")]
    [TestCase("UPDATE ledger_transactions SET stage = 'settled' WHERE transaction_id = 1", "jd r1 #1.0", "阶段")]
    [TestCase("UPDATE ledger_transactions SET sales_fen = 1000000 WHERE transaction_id = 4", "jd r1 #2.0", "计的销售额是 10000.00 元，应为 70.00 元")]
    [TestCase("UPDATE order_snapshots SET sales_fen = 1 WHERE row_id = 'r2' AND version = 2", "jd r2 #2.0", "应为 0.01 元")]
    [TestCase("UPDATE orders SET sales_fen = 7 WHERE row_id = 'r3'", "jd r3", "订单表里的销售额是 0.07 元，应为 70.00 元")]
    [TestCase("DELETE FROM ledger_terms", "jd r1", "ledger_terms has no row")]
    [TestCase("UPDATE order_snapshots SET stage = 'nowhere' WHERE row_id = 'r2'", "jd r2", "nowhere")]
    [TestCase("UPDATE orders SET status = 'gone' WHERE row_id = 'r3'", "jd r3", "gone")]
    [TestCase("UPDATE ledger_accounts SET party = 'thief' WHERE party = 'promoter'", "2026-06 thief:zhang", "thief")]
    [TestCase("UPDATE ledger_movements SET month = 0 WHERE month = 202606", "0000-00", "应为 0.00 元")]
    [TestCase("UPDATE ledger_transactions SET month = 202613 WHERE transaction_id = 1", "jd r1 #1.0", "记在 2026-13")]
    [TestCase("UPDATE payouts SET amount_fen = 90", "payout-1", "记的是 1.00 元，应为 0.90 元")]
    [TestCase("UPDATE payouts SET promoter_id = 'wang'", "payout-1", "promoter:wang:paid_out 记的是 0.00 元，应为 1.00 元")]
    [TestCase("UPDATE payouts SET paid_at = paid_at - 2678400000", "payout-1", "应记在 2026-05")]
    [TestCase("DELETE FROM payouts", "payout-1", "没有这笔付款的记录")]
    [TestCase("DELETE FROM ledger_transactions WHERE kind = 'payout'; UPDATE ledger_movements SET settled_fen = 0, paid_out_fen = 0; DELETE FROM ledger_entries WHERE paid_out_fen <> 0", "payout-1", "记的是 0.00 元，应为 1.00 元")]
    [TestCase("UPDATE ledger_entries SET settled_fen = -300, paid_out_fen = 300 WHERE paid_out_fen = 100; UPDATE ledger_movements SET settled_fen = -300, paid_out_fen = 300 WHERE paid_out_fen = 100", "payout-1", "记的是 3.00 元，应为 1.00 元")]
    public async Task Meddling_is_named_with_where_and_what(string sql, string subject, string text)
    {
        Stage.Meddle(sql);

        var report = await Stage.LedgerAudit.RunAsync(null, _ => { }, default);

        Assert.That(report.Found, Is.Positive);
        Assert.That(report.Differences.Where(difference => difference.Subject == subject).Select(difference => difference.Text.Zh), Has.Some.Contains(text), string.Join('\n', report.Differences));
    }

    [Test]
    public async Task A_snapshot_that_posted_nothing_is_missed_as_well()
    {
        foreach (var days in new[] { 1, 0, 2 })
        {
            await Stage.SaveOrdersAsync(Some.Morning.AddDays(40), Some.Attributed(Some.Order("r4", modifiedAt: Some.Morning.AddDays(days)) with { Raw = $"r4 of day {days}" }) with { Terms = Shared });
        }

        Assert.That(await RunAsync(null), Is.EqualTo((4, 8, 0)));
        Stage.Meddle("DELETE FROM order_snapshots WHERE row_id = 'r4' AND version = 2");

        var difference = (await Stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences.Single();
        Assert.That((difference.Subject, difference.Text.Zh), Is.EqualTo(("jd r4 #2", "第 2 版原文不见了")));
    }

    [Test]
    public async Task A_month_is_wrong_in_itself_alone()
    {
        Stage.Meddle("UPDATE ledger_entries SET confirmed_fen = confirmed_fen + 1 WHERE month = 202607");

        Assert.That((await Stage.LedgerAudit.RunAsync(June, _ => { }, default)).Found, Is.Zero);
        Assert.That((await Stage.LedgerAudit.RunAsync(new LedgerMonth(2026, 7), _ => { }, default)).Found, Is.Positive);
    }

    [Test]
    public async Task Rows_that_cannot_be_read_post_nothing_until_a_recount_reads_them()
    {
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [], Unreadable = [new OrderReport("broken", null, null)], SeenAt = Some.Morning }, default);
        Assert.That(await RunAsync(null), Is.EqualTo((4, 7, 0)));
        var page = await Stage.OrderHistory.PageAsync(null, null, default);

        await Stage.OrderHistory.RebookAsync([new RebookedOrder(page[0], Some.Attributed(Some.Order("r9") with { Raw = "broken" }) with { Terms = Shared })], default);

        Assert.That(await RunAsync(null), Is.EqualTo((5, 8, 0)), "its snapshot keeps the name under which it came");
        Stage.Meddle("DELETE FROM order_snapshots WHERE body = 'broken'");
        Assert.That((await Stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences.Single().Text.Zh, Does.Contain("不见了"));
    }

    [Test]
    public async Task Sales_of_a_recounted_row_are_gone_through_as_well()
    {
        await Stage.OrderHistory.RebookAsync(
            [new RebookedOrder((await Stage.OrderHistory.PageAsync(new OrderSpan(Some.Morning, Some.Morning.AddHours(1)), null, default))[0], Some.Attributed(Some.Order("r1")) with { Terms = Shared })], default);
        Assert.That((await RunAsync(null)).Found, Is.Zero);

        Stage.Meddle("UPDATE ledger_transactions SET sales_fen = sales_fen + 1 WHERE step = 1");

        Assert.That((await Stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences.Single().Text.En, Does.Contain("counts sales of"));
    }

    [Test]
    public async Task Sales_that_were_not_put_down_with_their_version_are_not_judged()
    {
        Stage.Meddle("UPDATE order_snapshots SET sales_fen = NULL; UPDATE ledger_transactions SET sales_fen = 5 WHERE transaction_id = 1");

        Assert.That((await RunAsync(null)).Found, Is.Zero);
    }

    private async Task<(long Orders, long Transactions, long Found)> RunAsync(LedgerMonth? month)
    {
        var report = await Stage.LedgerAudit.RunAsync(month, _ => { }, default);
        return (report.Orders, report.Transactions, report.Found);
    }
}
