using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage;
using DealBot.Storage.Sqlite;

namespace DealBot.EndToEnd.Commands;

/// <summary><c>dealbot orders</c> and <c>dealbot claim</c> on the sample configuration, with two orders of an account without sub ids.</summary>
public sealed class OrdersCommandTests
{
    /// <summary>Long past by any clock, so that it is never within the seven days that are looked at by default.</summary>
    private static readonly DateTimeOffset Ordered = new(2020, 6, 18, 9, 30, 0, TimeSpan.FromHours(8));

    private SampleTree _tree = null!;

    [SetUp]
    public async Task SetUp()
    {
        _tree = new SampleTree();
        using var database = SqliteDatabase.Open(new StorageOptions { Path = _tree.File("data/dealbot.db") });
        await new OrderStore(database).SaveAsync(
            new OrderBatch
            {
                Network = "jd",
                Account = "wang",
                SeenAt = Ordered,
                Orders =
                [
                    new AttributedOrder(Order("9001", "77001", "=三鲜水饺,家庭装"), "wang", Attribution.None),
                    new AttributedOrder(Order("9002", "77002", "洗衣液"), "wang", new Attribution(AttributionMethod.Join, "campus-a", null) { Confidence = 83 }),
                ],
            },
            CancellationToken.None);
    }

    [TearDown]
    public void TearDown() => _tree.Dispose();

    [Test]
    public async Task Orders_are_listed_with_their_group_and_how_surely_it_was_found()
    {
        var chinese = await _tree.RunAsync("orders", "--date", "2020-06-18");
        var english = await _tree.RunAsync("orders", "--month", "2020-06", "--unattributed", "--lang", "en");

        Assert.That(chinese.Code, Is.Zero, chinese.Errors);
        Assert.That(chinese.Output, Does.Contain("06-18 09:30").And.Contain("77001").And.Contain("未归属").And.Contain("按点击推断 83%").And.Contain("1.25 预估").And.Contain("没有归到群的 1 行"));
        Assert.That(english.Output, Does.Contain("77001").And.Contain("unattributed").And.Contain("dealbot claim").And.Not.Contain("77002"));
    }

    [Test]
    public async Task Which_days_were_looked_at_is_said_and_that_they_are_not_all()
    {
        var recent = await _tree.RunAsync("orders");
        var file = await _tree.RunAsync("orders", "--out", _tree.File("recent.csv"), "--lang", "en");
        var day = await _tree.RunAsync("orders", "--date", "2020-06-18");
        var json = await _tree.RunAsync("orders", "--json");

        Assert.That(recent.Output, Does.Contain("没有这样的订单").And.Contain("只看了最近 7 天下单的").And.Contain("北京时间").And.Contain("--since"));
        Assert.That(file.Output, Does.Contain("0 rows").And.Contain("looked at the last 7 days only"));
        Assert.That(day.Output, Does.Contain("看的是 2020-06-18 下单的（北京时间）").And.Not.Contain("最近 7 天"));
        Assert.That(json.Output.Trim(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Programs_get_JSON_and_spreadsheets_a_file_in_which_no_title_is_a_formula()
    {
        var json = await _tree.RunAsync("orders", "--date", "2020-06-18", "--group", "campus-a", "--json");
        var file = await _tree.RunAsync("orders", "--date", "2020-06-18", "--out", _tree.File("orders.csv"));

        Assert.That(json.Output, Does.Contain("\"attributedBy\": \"join\"").And.Contain("\"confidence\": 83").And.Contain("\"commissionFen\": 125").And.Not.Contain("77001"));
        Assert.That(file.Code, Is.Zero, file.Errors);
        var lines = await File.ReadAllLinesAsync(_tree.File("orders.csv"));
        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines.Single(line => line.Contains("77001", StringComparison.Ordinal)), Does.StartWith("2020-06-18 09:30:00,jd,wang,77001,9001,").And.Contain("\"'=三鲜水饺,家庭装\""));
    }

    [Test]
    public async Task Numbers_of_more_digits_than_a_spreadsheet_keeps_are_marked_as_text()
    {
        using (var database = SqliteDatabase.Open(new StorageOptions { Path = _tree.File("data/dealbot.db") }))
        {
            await new OrderStore(database).SaveAsync(
                new OrderBatch
                {
                    Network = "jd",
                    Account = "wang",
                    SeenAt = Ordered,
                    Orders = [new AttributedOrder(Order("4000000000000000001", "4000000000000000000", "-5 元券"), "wang", Attribution.None with { GroupId = "=mama-1" })],
                },
                CancellationToken.None);
        }

        await _tree.RunAsync("orders", "--date", "2020-06-18", "--out", _tree.File("orders.csv"));

        Assert.That(await File.ReadAllTextAsync(_tree.File("orders.csv")), Does.Contain(",wang,'4000000000000000000,'4000000000000000001,").And.Contain(",'-5 元券,").And.Contain(",'=mama-1,"));
    }

    [TestCase("orders --month 2020-06-18", "--month 2020-06-18 不是月份")]
    [TestCase("orders --month 2020-06 --date 2020-06-18", "只能用一种")]
    [TestCase("orders --since 2020-06-18 --until 2020-06-17", "晚于")]
    [TestCase("orders --status gone", "--status gone")]
    [TestCase("orders --date 2020-06-18 --out orders.xlsx", ".csv 结尾")]
    [TestCase("claim 77001", "--undo")]
    public async Task Wrong_usage_is_told_in_words(string arguments, string fault)
    {
        var ended = await _tree.RunAsync(arguments.Split(' '));

        Assert.That(ended.Code, Is.EqualTo(2), ended.Errors);
        Assert.That(ended.Errors, Does.Contain(fault).And.Not.Contain("   at "));
    }

    [TestCase("--group", "campus-aa", "没有群 campus-aa，有的是：mama-a ")]
    [TestCase("--network", "jdd", "没有联盟 jdd，有的是：jd pdd ")]
    public async Task A_name_that_is_unknown_is_not_passed_over_when_nothing_is_found(string option, string name, string hint)
    {
        var ended = await _tree.RunAsync("orders", "--date", "2020-06-18", option, name);

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.StartWith("没有这样的订单").And.Contain(hint));
    }

    [Test]
    public async Task A_claim_moves_the_order_says_so_and_can_be_taken_back()
    {
        var claimed = await _tree.RunAsync("claim", "77001", "--group", "home-a");
        var again = await _tree.RunAsync("claim", "9001", "--group", "home-a", "--lang", "en");
        var listed = await _tree.RunAsync("orders", "--date", "2020-06-18", "--group", "home-a");
        var undone = await _tree.RunAsync("claim", "77001", "--undo");

        Assert.That(claimed.Code, Is.Zero, claimed.Errors);
        Assert.That(claimed.Output, Does.Contain("未归属 → home-a").And.Contain("相差 1.25 元"));
        Assert.That((again.Code, again.Output), Is.EqualTo((0, $"order 77001 belongs to home-a already{Environment.NewLine}")));
        Assert.That(listed.Output, Does.Contain("77001").And.Contain("人工认领"));
        Assert.That(undone.Output, Does.Contain("home-a → 按规则").And.Contain("相差 -1.25 元"));
    }

    [Test]
    public async Task Another_owner_s_group_is_refused()
    {
        var ended = await _tree.RunAsync("claim", "77001", "--group", "mama-a");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("jd/wang").And.Contain("mama-a 属于 zhang").And.Not.Contain("   at "));
    }

    private static OrderUpdate Order(string row, string number, string title) => new()
    {
        Network = "jd",
        RowId = row,
        OrderId = number,
        Deal = new DealKey("jd", "1001"),
        Title = title,
        Status = OrderStatus.Paid,
        StatusCode = "16",
        StatusText = new Phrase("已付款", "paid"),
        OrderedAt = Ordered,
        ModifiedAt = Ordered,
        EstimatedBase = new Money(2500),
        EstimatedFee = new Money(125),
        Tracking = new Tracking(null, "1"),
        Raw = $$"""
            {"id":"{{row}}","orderId":{{number}},"itemId":"1001","orderTime":"2020-06-18 09:30:00","modifyTime":"2020-06-18 09:30:00","validCode":16,
            "skuName":"{{title}}","skuNum":1,"estimateCosPrice":25,"estimateFee":1.25,"commissionRate":5,"positionId":1}
            """,
    };
}
