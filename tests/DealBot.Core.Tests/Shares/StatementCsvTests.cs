using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Core.Tests.Shares;

public sealed class StatementCsvTests
{
    private StatementStage _stage = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _stage = new StatementStage();
        await _stage.BookAsync("2026-05-20 10:00", "1", OrderStatus.Settled, 33.33m, "2026-05-10 09:00");
        await _stage.PayAsync("2026-06-05 10:00", "chen", 5, new LedgerMonth(2026, 5));
        await _stage.BookAsync("2026-06-20 10:00", "1", OrderStatus.Invalid, 0, "2026-05-10 09:00");
        await _stage.BookAsync("2026-06-21 10:00", "2", OrderStatus.Settled, 7.77m, "2026-06-10 09:00", title: "=HYPERLINK(\"http://x\"), 抽纸");
        await _stage.BookAsync("2026-06-22 10:00", "3", OrderStatus.Paid, 9.99m, "2026-06-11 09:00", "mama-2");
        await _stage.BookAsync("2026-06-23 10:00", "4", OrderStatus.Confirmed, 1.11m, "2026-06-12 09:00");
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Opening_rows_and_payouts_sum_to_the_closing_to_the_fen()
    {
        var rows = await RowsAsync();

        foreach (var column in new[] { 14, 15, 16 })
        {
            var inner = rows.Where(row => row[0] is "期初" or "本月订单" or "往月订单进展" or "往月订单调整" or "付款").Sum(row => Amount(row[column]));
            Assert.That(inner, Is.EqualTo(Amount(rows.Single(row => row[0] == "期末")[column])), $"column {column}");
        }

        Assert.That(rows.Single(row => row[0] == "期末")[16], Is.EqualTo("-3.45"));
        Assert.That(rows.Single(row => row[0] == "应付")[16], Is.EqualTo("0.00"));
    }

    [Test]
    public async Task Sums_are_those_of_the_books()
    {
        var rows = await RowsAsync();
        var movements = await _stage.Ledger.MovementsAsync(new LedgerMonth(2026, 6), LedgerParty.Promoter, "chen", default);

        var closing = rows.Single(row => row[0] == "期末");
        foreach (var (stage, column) in new[] { (LedgerStage.Estimated, 14), (LedgerStage.Confirmed, 15), (LedgerStage.Settled, 16) })
        {
            Assert.That(Amount(closing[column]), Is.EqualTo(movements.Where(movement => movement.Account.Stage == stage).Sum(movement => movement.Amount.Yuan)));
        }
    }

    [Test]
    public async Task Order_is_told_with_all_that_its_share_follows_from() => Assert.That(
        (await RowsAsync()).Single(row => row[0] == "本月订单" && row[8] == "邀请"),
        Is.EqualTo(new[]
        {
            "本月订单", "chen", "陈姐", "2026-06", "2026-06-11 09:00", "****0003", "纸尿裤", "宝妈二群", "邀请", "99.90", "9.99", "预估", "5%", "0.50", "0.50", "0.00", "0.00", "2026-06-22 10:00", "",
        }));

    [Test]
    public async Task File_is_marked_as_UTF_8_and_quoted_as_RFC_4180_says()
    {
        var text = StatementCsv.Write([await _stage.ReadAsync()], StatementStage.Layout);

        Assert.That(text[0], Is.EqualTo('\uFEFF'));
        Assert.That(text, Does.Contain(",\"'=HYPERLINK(\"\"http://x\"\"), 抽纸\","));
        Assert.That(text.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain("\n").And.Not.Contain("\r"));
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+86", "'+86")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("  =1", "'  =1")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("1234567890123456", "'1234567890123456")]
    [TestCase("123456789012345", "123456789012345")]
    [TestCase("抽纸", "抽纸")]
    [TestCase("", "")]
    public void Text_of_others_is_never_a_formula(string text, string written) => Assert.That(CsvText.Text(text), Is.EqualTo(written));

    [Test]
    public async Task English_readers_get_English_words()
    {
        var text = StatementCsv.Write([await _stage.ReadAsync()], StatementStage.Layout with { Language = Language.English });

        Assert.That(text, Does.StartWith("\uFEFFentry,promoter id,").And.Contain("\r\norders of the month,chen").And.Contain("taken back: refund or violation"));
    }

    [Test]
    public async Task Owners_may_have_the_numbers_whole() => Assert.That(
        StatementCsv.Write([await _stage.ReadAsync()], StatementStage.Layout with { WholeNumbers = true }), Does.Contain("310000000003"));

    [TestCase("123", "****")]
    [TestCase("12345678", "****5678")]
    [TestCase("310123456789", "****6789")]
    [TestCase("3101234567890", "3101****7890")]
    public void Order_numbers_are_masked(string number, string masked) => Assert.That(OrderNumbers.Mask(number), Is.EqualTo(masked));

    private async Task<List<string[]>> RowsAsync() =>
    [
        .. StatementCsv.Write([await _stage.ReadAsync()], StatementStage.Layout)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => row.Replace("\"'=HYPERLINK(\"\"http://x\"\"), 抽纸\"", "x", StringComparison.Ordinal).Split(',')),
    ];

    private static decimal Amount(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
}
