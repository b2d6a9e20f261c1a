using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Core.Shares;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using DealBot.Storage.Ledger;
using DealBot.Storage.Shares;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.EndToEnd.Orders;

/// <summary>Terms, their history and the ledger together, on a database.</summary>
public sealed class SharedLedgerTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private TempFolder _files = null!;
    private ConfigFolder _folder = null!;
    private SqliteDatabase _database = null!;
    private TestClock _clock = null!;
    private LiveConfiguration _configuration = null!;
    private ShareTerms _terms = null!;

    [SetUp]
    public void SetUp()
    {
        _files = new TempFolder();
        _database = SqliteDatabase.Open(new StorageOptions { Path = _files.File("dealbot.db"), SyncEveryCommit = false });
        _folder = new ConfigFolder()
            .Edit(OwnersFile.Name, """{ "levels": [{ "name": "会员", "percent": 20 }], "inviterPercents": [10] }""", """
                {
                  "levels": [{ "name": "会员", "percent": 20 }, { "name": "导师", "percent": 30, "fromSales": 140 }], "inviterPercents": [10],
                  "promoters": [{ "id": "chen", "name": "陈姐" }, { "id": "zhao", "name": "赵哥", "invitedBy": "chen" }]
                }
                """)
            .Edit(GroupsFile.Name, "\"name\": \"宝妈一群\"", "\"name\": \"宝妈一群\", \"promoter\": \"zhao\"");
        _clock = new TestClock(Now);
        _configuration = _folder.Open();
        _terms = Start();
    }

    [TearDown]
    public void TearDown()
    {
        _terms.Dispose();
        _database.Dispose();
        _folder.Dispose();
        _files.Dispose();
    }

    [Test]
    public async Task A_claw_back_after_the_rules_were_edited_takes_back_what_was_given()
    {
        await BookAsync(Now, Now, OrderStatus.Settled, "r1", "r2");
        _clock.Advance(TimeSpan.FromDays(2));
        _folder.Edit(OwnersFile.Name, "\"percent\": 20", "\"percent\": 27");
        _folder.Edit(OwnersFile.Name, "\"invitedBy\": \"chen\"", "\"level\": \"导师\"");
        _configuration.Refresh();
        await BookAsync(Now, Now.AddDays(3), OrderStatus.Invalid, "r1", "r2");

        Assert.That((await BalancesAsync()).Values, Is.All.EqualTo(Money.Zero));
    }

    [Test]
    public async Task A_level_is_reached_in_the_month_after_its_sales_and_the_same_after_a_restart()
    {
        await BookAsync(Now, Now, OrderStatus.Confirmed, "r1", "r2");
        Assert.That((await TermsAsync(Now)).PromoterRate, Is.EqualTo(Rate.FromPercent(20)), "140 yuan of sales, but in this month");
        _clock.Advance(TimeSpan.FromDays(31));

        Assert.That((await TermsAsync(Now.AddDays(31))).PromoterRate, Is.EqualTo(Rate.FromPercent(30)));
        await BookAsync(Now, Now.AddDays(31), OrderStatus.Invalid, "r1");
        using var restarted = Start();
        Assert.That((await restarted.ForAsync("li", "mama-1", Now.AddDays(31), default)).PromoterRate, Is.EqualTo(Rate.FromPercent(30)), "a refund of July lowers August");
    }

    [Test]
    public async Task Statements_of_all_months_sum_to_the_balances_of_the_books()
    {
        await BookAsync(Now, Now, OrderStatus.Paid, "r1", "r2", "r3");
        await BookAsync(Now, Now.AddDays(9), OrderStatus.Confirmed, "r1", "r2");
        await BookAsync(Now, Now.AddDays(45), OrderStatus.Settled, "r1", "r2");
        await BookAsync(Now, Now.AddDays(50), OrderStatus.Invalid, "r1", "r3");
        var reader = new StatementReader(new LedgerStore(_database), new PayoutStore(_database), _terms, new PromoterLevels(new PromoterSales(_database), _clock), _clock);

        var balances = await BalancesAsync();
        foreach (var (owner, promoter) in await reader.PromotersAsync(default))
        {
            var july = await reader.ReadAsync(owner, promoter, new LedgerMonth(2026, 7), default);
            var june = await reader.ReadAsync(owner, promoter, new LedgerMonth(2026, 6), default);

            Assert.That(june.Settled.Closing, Is.EqualTo(july.Settled.Opening));
            Assert.That(june.Orders.Concat(july.Orders).Aggregate(Money.Zero, (sum, order) => sum + order.Change), Is.EqualTo(balances
                .Where(balance => balance.Key.Party == LedgerParty.Promoter && balance.Key.Id == promoter.Id).Aggregate(Money.Zero, (sum, balance) => sum + balance.Value)));
            Assert.That(july.Settled.Closing, Is.EqualTo(balances[new LedgerAccount(LedgerParty.Promoter, promoter.Id, LedgerStage.Settled)]));
        }
    }

    private ShareTerms Start() => new(
        _configuration, new ShareHistory(_database), new PromoterLevels(new PromoterSales(_database), _clock), _clock, NullLogger<ShareTerms>.Instance);

    private ValueTask<CommissionTerms> TermsAsync(DateTimeOffset orderedAt) => _terms.ForAsync("li", "mama-1", orderedAt, default);

    private async Task BookAsync(DateTimeOffset orderedAt, DateTimeOffset seenAt, OrderStatus status, params string[] rows)
    {
        var terms = await TermsAsync(orderedAt);
        await new OrderStore(_database).SaveAsync(
            new OrderBatch
            {
                Network = "jd",
                Account = "main",
                Orders = [.. rows.Select(row => Some.Attributed(Some.Order(row, status, orderedAt, seenAt)) with { Terms = terms })],
                SeenAt = seenAt,
            },
            default);
    }

    private async Task<Dictionary<LedgerAccount, Money>> BalancesAsync() => (await new LedgerStore(_database).MovementsAsync(null, null, null, default))
        .GroupBy(movement => movement.Account)
        .ToDictionary(movements => movements.Key, movements => movements.Aggregate(Money.Zero, (sum, movement) => sum + movement.Amount));
}
