using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Storage;
using DealBot.Storage.Sqlite;

namespace DealBot.EndToEnd.Commands;

/// <summary><c>dealbot statement</c> and <c>dealbot payout</c> on the sample configuration, with orders in the books of a month that is over by any clock.</summary>
public sealed class StatementCommandTests
{
    private SampleTree _tree = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _tree = new SampleTree();
        using var database = SqliteDatabase.Open(new StorageOptions { Path = _tree.File("data/dealbot.db") });
        var store = new OrderStore(database);
        await SaveAsync("2020-05-20 12:00", Order("r1", OrderStatus.Settled, "zhao"), Order("r2", OrderStatus.Paid, "zhao"), Order("r3", OrderStatus.Settled, "chen"), Order("r4", OrderStatus.Paid, "chen"));
        await SaveAsync("2020-05-20 13:00", Order("r4", OrderStatus.Invalid, "chen"));

        Task SaveAsync(string seenAt, params AttributedOrder[] orders) =>
            store.SaveAsync(new OrderBatch { Network = "jd", Account = "zhang", Orders = orders, SeenAt = Some.Shanghai(seenAt) }, default);

        static AttributedOrder Order(string row, OrderStatus status, string promoter) =>
            new(Some.Order(row, status, Some.Shanghai("2020-05-18 12:00"), Some.Shanghai("2020-05-19 12:00")), "zhang", new Attribution(AttributionMethod.Link, promoter == "zhao" ? "mama-c" : "mama-b", null))
            {
                Terms = new CommissionTerms("zhang")
                {
                    PromoterId = promoter,
                    PromoterRate = Rate.FromPercent(20),
                    InviterId = promoter == "zhao" ? "chen" : null,
                    InviterRate = Rate.FromPercent(promoter == "zhao" ? 5 : 0),
                },
            };
    }

    [TearDown]
    public void TearDown() => _tree.Dispose();

    [Test]
    public async Task All_promoters_are_summed_up_with_as_many_orders_as_their_own_statement_lists_and_one_is_told_order_by_order()
    {
        var all = await _tree.RunAsync("statement", "--month", "2020-05");
        var one = await _tree.RunAsync("statement", "--month", "2020-05", "--promoter", "zhao", "--lang", "en");

        Assert.That((all.Code, one.Code), Is.EqualTo((0, 0)), all.Errors + one.Errors);
        Assert.That(all.Output, Does.Match(@"chen 陈姐 │\s+│\s+4 │\s+2.15 │.*1.75 │\s+0.00 │\s+1.75 │\s+1.75 │"));
        Assert.That(one.Output, Does.Contain("orders of the month").And.Contain("1.40 yuan payable now").And.Contain("estimated").And.Contain("****f-r1"));
    }

    [Test]
    public async Task Files_are_one_for_all_or_a_picture_each()
    {
        var csv = await _tree.RunAsync("statement", "--month", "2020-05", "--out", "may.csv");
        var pictures = await _tree.RunAsync("statement", "--month", "2020-05", "--out", "may.png");

        Assert.That((csv.Code, pictures.Code), Is.EqualTo((0, 0)), csv.Errors + pictures.Errors);
        Assert.That(await File.ReadAllBytesAsync(_tree.File("may.csv")), Has.Length.GreaterThan(500).And.ItemAt(0).EqualTo(0xEF));
        Assert.That(await File.ReadAllTextAsync(_tree.File("may.csv")), Does.Contain("应付,chen,陈姐,2020-05,,,,,,,,,,,,,1.75,,").And.Contain("二胎家庭囤货群,邀请"));
        foreach (var name in new[] { "may-chen.png", "may-zhao.png" })
        {
            Assert.That(await File.ReadAllBytesAsync(_tree.File(name)), Has.ItemAt(1).EqualTo((byte)'P').And.Length.GreaterThan(10_000));
        }
    }

    [Test]
    public async Task A_payout_is_recorded_once_and_never_for_more_than_is_settled()
    {
        string[] pay = ["payout", "--promoter", "zhao", "--month", "2020-05"];
        var first = await _tree.RunAsync([.. pay, "--amount", "0.70"]);
        var twice = await _tree.RunAsync([.. pay, "--amount", "0.70"]);
        var more = await _tree.RunAsync([.. pay, "--amount", "0.71"]);
        var rest = await _tree.RunAsync(pay);
        var none = await _tree.RunAsync(pay);

        Assert.That(new[] { first, twice, more, rest, none }.Select(ended => ended.Code), Is.EqualTo(new[] { 0, 1, 1, 0, 1 }));
        Assert.That(first.Output, Does.Contain("第 1 笔付款").And.Contain("还可付 0.70 元"));
        Assert.That(twice.Errors, Does.Contain("--again"));
        Assert.That(more.Errors, Does.Contain("最多可付 0.70 元"));
        Assert.That(rest.Output, Does.Contain("0.70 元；这个月还可付 0.00 元"));
        Assert.That(none.Errors, Does.Contain("没有可付的"));
    }

    [TestCase(2, "statement", "--month", "2020-13")]
    [TestCase(2, "statement", "--month", "2020-05", "--out", "may.pdf")]
    [TestCase(2, "payout", "--promoter", "zhao", "--month", "2020-05", "--amount", "1.234")]
    [TestCase(1, "statement", "--month", "2020-05", "--promoter", "zhoa")]
    [TestCase(1, "payout", "--promoter", "zhao", "--month", "2099-01")]
    public async Task What_can_not_be_is_refused_in_words(int code, params string[] arguments)
    {
        var ended = await _tree.RunAsync(arguments);

        Assert.That(ended.Code, Is.EqualTo(code), ended.Output);
        Assert.That(ended.Errors, Does.Match(@"\p{IsCJKUnifiedIdeographs}").And.Not.Contain("   at "));
    }
}
