using System.Data.Common;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Core.Shares;

namespace DealBot.Storage.Tests;

/// <summary>What is only added to is so for everybody who opens the database, not for DealBot alone.</summary>
public abstract class AppendOnlyContract : StorageContract
{
    private static readonly CommissionTerms Shared = new("li") { PromoterId = "zhang", PromoterRate = Rate.FromPercent(30) };

    /// <summary>A row in each of these tables, each written by the port that does.</summary>
    [SetUp]
    public async Task SetUpRows()
    {
        await Stage.SaveOrdersAsync(Some.Morning, Some.Attributed(Some.Order(status: OrderStatus.Settled)) with { Terms = Shared });
        await Stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = [], Unreadable = [new OrderReport("broken", null, null)], SeenAt = Some.Morning }, default);
        await Stage.ShareHistory.NoteAsync("li", new ShareRules(new(), new Dictionary<string, string>()), Some.Morning, () => true, default);
        await Stage.AccountOwners.NoteAsync("jd", "main", "li", Some.Morning, () => true, default);
        await Stage.Payouts.RecordAsync(new PayoutRequest("zhang", LedgerMonth.Of(Some.Morning), null, Some.Morning, Again: false), default);
        var found = (await Stage.OrderClaims.FindAsync("r1", default)).Single();
        await Stage.OrderClaims.ClaimAsync(
            [new OrderClaim(0, "jd", "r1", "mama-2", Some.Morning, "li")],
            [(found, Some.Attributed(Some.Order(status: OrderStatus.Settled)) with { Terms = Shared, Attribution = new Attribution(AttributionMethod.Claimed, "mama-2", null) })],
            default);
    }

    [TestCase("ledger_transactions")]
    [TestCase("ledger_entries")]
    [TestCase("ledger_terms")]
    [TestCase("ledger_accounts")]
    [TestCase("order_snapshots")]
    [TestCase("order_rebookings")]
    [TestCase("order_claims")]
    [TestCase("payouts")]
    [TestCase("share_terms")]
    [TestCase("account_owners")]
    public void Rows_are_neither_changed_nor_deleted_and_the_refusal_says_why(string table)
    {
        var column = Stage.Query<string>("SELECT name FROM pragma_table_info(@table) LIMIT 1", new { table }).Single();
        var rows = Stage.One<long>($"SELECT COUNT(*) FROM {table}");
        Assert.That(rows, Is.Positive);

        foreach (var sql in new[] { $"UPDATE {table} SET {column} = {column}", $"DELETE FROM {table}" })
        {
            Assert.That(() => Stage.Execute(sql), Throws.InstanceOf<DbException>().With.Message.Contains($"append-only: rows of {table}").And.Message.Contains("只增不改"), sql);
        }

        Assert.That(Stage.One<long>($"SELECT COUNT(*) FROM {table}"), Is.EqualTo(rows));
    }

    [Test]
    public void Of_a_snapshot_only_the_day_is_filled_in_where_it_was_not_known()
    {
        Stage.Execute("UPDATE order_snapshots SET ordered_at = 5 WHERE body = 'broken'");

        Assert.That(() => Stage.Execute("UPDATE order_snapshots SET ordered_at = 6 WHERE body = 'broken'"), Throws.InstanceOf<DbException>());
    }
}
