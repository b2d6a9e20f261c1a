using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Core.Tests.Shares;

/// <summary>The figures of the worked example in docs/shares.md are those that come out.</summary>
public sealed class ShareDocumentTests
{
    private static readonly string[] Document = File.ReadAllLines(Repository.Path("docs", "shares.md"));

    private StatementStage _stage = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _stage = new StatementStage();
        await BookAsync("2026-06-10 12:00", "1", OrderStatus.Paid, 33.33m, "2026-06-10 11:00");
        await BookAsync("2026-06-18 12:00", "1", OrderStatus.Confirmed, 33.33m, "2026-06-10 11:00");
        await BookAsync("2026-06-20 12:00", "2", OrderStatus.Paid, 10, "2026-06-20 11:00");
        await BookAsync("2026-07-02 12:00", "2", OrderStatus.Invalid, 10, "2026-06-20 11:00");
        await BookAsync("2026-07-20 12:00", "1", OrderStatus.Settled, 33.33m, "2026-06-10 11:00");
        await _stage.PayAsync("2026-08-05 12:00", "zhao", 6.67m, new LedgerMonth(2026, 7));
        await BookAsync("2026-08-10 12:00", "1", OrderStatus.Invalid, 33.33m, "2026-06-10 11:00");
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public void Parts_of_the_example_are_those_of_the_terms()
    {
        var terms = new CommissionTerms("zhang") { PromoterId = "zhao", PromoterRate = Rate.FromPercent(20), InviterId = "chen", InviterRate = Rate.FromPercent(5) };

        foreach (var row in Table("parts"))
        {
            var commission = Money.FromYuan(decimal.Parse(row[0], CultureInfo.InvariantCulture));
            Assert.That(row[1..], Is.EqualTo(terms.Divide(commission).Select(part => part.Amount.ToString())));
        }
    }

    [TestCase(6)]
    [TestCase(7)]
    [TestCase(8)]
    public async Task Months_of_the_example_are_those_of_the_statements(int month)
    {
        var statement = await _stage.ReadAsync("zhao", month);

        Assert.That(Table("months").Single(row => row[0] == statement.Month.ToString())[1..], Is.EqualTo(new[]
        {
            statement.Estimated.Closing, statement.Confirmed.Closing, statement.Settled.Opening, statement.SettledByOrders, statement.PaidOut, statement.Settled.Closing, statement.PayableAtEnd,
        }.Select(amount => amount.ToString())));
    }

    private Task BookAsync(string at, string row, OrderStatus status, decimal commission, string ordered) => _stage.BookAsync(at, row, status, commission, ordered, "mama-2");

    private static List<string[]> Table(string name) =>
    [
        .. Document.SkipWhile(line => line != $"<!-- table: {name} -->").Skip(3).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];
}
