using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Core.Shares;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Shares;

/// <summary>An owner with two promoters, of whom 陈姐 invited 赵哥, and books that a test writes.</summary>
internal sealed class StatementStage : IDisposable
{
    private const string Shares = """{ "levels": [{ "name": "会员", "percent": 20 }], "inviterPercents": [10] }""";

    private readonly ConfigFolder _folder;
    private readonly ShareTerms _terms;

    public StatementStage()
    {
        _folder = new ConfigFolder().Edit(OwnersFile.Name, Shares, """
            {
              "levels": [{ "name": "超级会员", "percent": 20 }, { "name": "导师", "percent": 30, "fromSales": 5000 }], "inviterPercents": [5],
              "promoters": [{ "id": "chen", "name": "陈姐" }, { "id": "zhao", "name": "赵哥", "invitedBy": "chen" }]
            }
            """)
            .Edit(GroupsFile.Name, "\"name\": \"宝妈一群\"", "\"name\": \"宝妈一群\", \"promoter\": \"chen\"")
            .Edit(GroupsFile.Name, "\"name\": \"宝妈二群\"", "\"name\": \"宝妈二群\", \"promoter\": \"zhao\"");
        Clock = new TestClock(Some.Shanghai("2026-07-05 10:00"));
        Payouts = new FakePayouts(Ledger);
        var levels = new PromoterLevels(Sales, Clock);
        _terms = new ShareTerms(_folder.Open(), new FakeShareHistory(), levels, Clock, NullLogger<ShareTerms>.Instance);
        Reader = new StatementReader(Ledger, Payouts, _terms, levels, Clock);
    }

    public TestClock Clock { get; }

    public FakeLedger Ledger { get; } = new();

    public FakePayouts Payouts { get; }

    public FakePromoterSales Sales { get; } = new();

    public StatementReader Reader { get; }

    public static StatementLayout Layout { get; } = new(Language.Chinese, new Dictionary<string, string> { ["mama-1"] = "宝妈一群", ["mama-2"] = "宝妈二群" }, WholeNumbers: false);

    /// <summary>Books an order with the commission that it has now.</summary>
    public async Task BookAsync(string at, string rowId, OrderStatus status, decimal commission, string ordered, string group = "mama-1", string title = "纸尿裤")
    {
        var orderedAt = Some.Shanghai(ordered);
        var order = Some.Order(rowId, status, orderedAt, Some.Shanghai(at)) with
        {
            OrderId = $"3100{rowId.PadLeft(8, '0')}",
            Title = title,
            EstimatedBase = Money.FromYuan(commission * 10),
            EstimatedFee = Money.FromYuan(commission),
            ActualBase = Money.FromYuan(commission * 10),
            ActualFee = Money.FromYuan(commission),
        };
        Ledger.Book(Some.Shanghai(at), Some.Attributed(order, group) with { Terms = await _terms.ForAsync("li", group, orderedAt, default) });
    }

    public Task PayAsync(string at, string promoter, decimal amount, LedgerMonth month) =>
        Payouts.RecordAsync(new PayoutRequest(promoter, month, Money.FromYuan(amount), Some.Shanghai(at), Again: false), default);

    public async Task<Statement> ReadAsync(string promoter = "chen", int month = 6)
    {
        var (owner, known) = (await Reader.PromotersAsync(default)).Single(one => one.Promoter.Id == promoter);
        return await Reader.ReadAsync(owner, known, new LedgerMonth(2026, month), default);
    }

    public void Dispose()
    {
        _terms.Dispose();
        _folder.Dispose();
    }
}
