using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>A database from before there were books: they open with what the orders say, balance, and can be audited and gone on with.</summary>
public sealed class LedgerUpgradeTests
{
    private TempFolder _folder = null!;
    private SqliteStage _stage = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        var path = _folder.File("dealbot.db");
        OldDatabase.WriteEighth(path);
        _stage = new SqliteStage(path);
    }

    [TearDown]
    public void TearDown()
    {
        _stage.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Owners_have_what_their_orders_came_to_by_stage_and_by_month_of_the_latest_version()
    {
        var movements = (await _stage.Ledger.MovementsAsync(null, LedgerParty.Owner, null, default)).Select(movement => $"{movement.Account.Id} {movement.Account.Stage} {movement.Month} {movement.Amount}");

        Assert.That(movements, Is.EquivalentTo(new[]
        {
            "li Estimated 2026-06 8.00", "li Confirmed 2026-06 5.00", "li Settled 2026-07 7.00", "wang Estimated 2026-07 9.00", "wang Confirmed 2026-06 -1.50", " Estimated 2026-06 2.00",
        }));
    }

    [Test]
    public async Task Books_balance_and_the_audit_finds_nothing_in_all_nor_in_any_month()
    {
        Assert.That((await _stage.Ledger.MovementsAsync(null, null, null, default)).Sum(movement => movement.Amount.Fen), Is.Zero);
        foreach (var month in new LedgerMonth?[] { null, new LedgerMonth(2026, 5), new LedgerMonth(2026, 6), new LedgerMonth(2026, 7) })
        {
            Assert.That((await _stage.LedgerAudit.RunAsync(month, _ => { }, default)).Differences, Is.Empty, $"{month}");
        }
    }

    [Test]
    public async Task Orders_go_on_from_there_through_updates_claims_and_recounts()
    {
        var settled = Some.Attributed(Some.Order("confirmed", OrderStatus.Settled, modifiedAt: Some.Morning.AddDays(60)));
        var refunded = Some.Attributed(Some.Order("settled", OrderStatus.Invalid, modifiedAt: Some.Morning.AddDays(60)));
        await _stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "li", Orders = [settled, refunded], SeenAt = Some.Morning.AddDays(60) }, default);
        var found = (await _stage.OrderClaims.FindAsync("nobodys", default)).Single();
        await _stage.OrderClaims.ClaimAsync(
            [new OrderClaim(0, "jd", "nobodys", "mama-1", Some.Morning.AddDays(61), "li")],
            [(found, new AttributedOrder(Some.Order("nobodys", modifiedAt: new DateTimeOffset(2026, 6, 7, 4, 0, 0, TimeSpan.Zero)) with { Raw = """{"row":"nobodys"}""" }, "li", new Attribution(AttributionMethod.Claimed, "mama-1", null)))],
            default);

        Assert.That((await _stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences, Is.Empty);
        Assert.That(
            _stage.Query<string>("SELECT row_id || ' ' || kind FROM ledger_transactions WHERE kind <> 'opening' ORDER BY transaction_id"),
            Is.EqualTo(new[] { "confirmed order", "settled claw_back", "nobodys claim" }));
    }

    [Test]
    public async Task Every_version_click_link_and_post_is_there_and_traces_hold()
    {
        Assert.That(_stage.Query<string>("SELECT row_id || ' ' || COUNT(*) FROM order_snapshots GROUP BY row_id HAVING COUNT(*) > 1"), Is.EqualTo(new[] { "settled 3" }));
        Assert.That((await _stage.Links.FindAsync("aaaaaaaaaaa", default))!.GroupId, Is.EqualTo("mama-1"));
        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM clicks"), Is.EqualTo(1));
        Assert.That((await _stage.OrderTraces.LastAsync("jd", "r1", default))!.Attribution, Is.EqualTo(new Attribution(AttributionMethod.Link, "mama-1", "mama-1_20260601T010000")));
    }

    [Test]
    public async Task Accounts_belong_to_whoever_has_their_latest_orders() => Assert.That(
        (await _stage.AccountOwners.ReadAsync(default)).Select(owner => $"{owner.Network}/{owner.Account} {owner.OwnerId} {owner.EffectiveAt:yyyy}"),
        Is.EqualTo(new[] { "jd/li li 1970", "jd/wang wang 1970" }));
}
