using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Rendering;
using DealBot.Core.Shares;
using DealBot.Core.Tests.Fakes;
using DealBot.Core.Tests.Posters;

namespace DealBot.Core.Tests.Shares;

/// <summary>The committed drawing of a statement, for months and promoters of all kinds.</summary>
public sealed class StatementDrawingTests
{
    private static readonly LedgerMonth June = new(2026, 6);

    private static readonly Dictionary<string, Statement> Statements = new()
    {
        ["an ordinary month"] = Month([Row(1), Row(2, stage: LedgerStage.Estimated), Row(3, isInviter: true), Row(4, StatementSection.Progress), Row(5, StatementSection.Adjustments, lost: true)], payouts: 1),
        ["no orders"] = Month([]),
        ["payouts alone"] = Month([], payouts: 9, opening: 60_000),
        ["three hundred orders"] = Month([.. Enumerable.Range(1, 300).Select(i => Row(i, (StatementSection)(i % 3)))]),
        ["a debt"] = Month([Row(1, StatementSection.Adjustments, lost: true)], opening: -123_456),
        ["long names and large amounts"] = Month([Row(1, factor: 1_000_000, name: "幸福里小区邻里互助团购优惠信息分享交流总群第十二分群"), Row(2, StatementSection.Adjustments, lost: true, factor: 1_000_000)], opening: 98_765_432_100, name: "北方大区金牌推广合伙人欧阳娜娜女士本人"),
        ["paid in part since"] = Month([Row(1)]) with { Payable = new Money(1) },
        ["before the month is over"] = Month([Row(1)]) with { DrawnUpAt = Some.Shanghai("2026-06-18 08:30") },
        ["a promoter who left"] = Month([Row(1)]) with { Level = null },
    };

    private static readonly Dictionary<string, string> Drawings = Drawn(Language.Chinese);

    private static readonly Dictionary<string, string> EnglishDrawings = Drawn(Language.English);

    private static IEnumerable<string> Names => Statements.Keys;

    [Test]
    public void Statement_is_drawn_as_it_is_known_to_be_good() =>
        Golden.Compare("statement", Drawings, ["an ordinary month", "no orders", "a debt"]);

    [TestCaseSource(nameof(Names))]
    public void Text_can_be_read_on_a_phone_and_lies_on_no_other(string name) => AssertReadable(Drawings[name]);

    [TestCaseSource(nameof(Names))]
    public void So_can_the_English_text(string name) => AssertReadable(EnglishDrawings[name]);

    [Test]
    public void In_English_only_names_and_titles_are_Chinese()
    {
        var words = DrawnText.Of(EnglishDrawings["an ordinary month"]).SelectMany(text => text.Words.Split(" · ")).ToList();

        Assert.That(words.Where(word => word.Any(sign => sign is >= '\u4e00' and <= '\u9fff')), Is.All.Matches<string>(word => Drawings["an ordinary month"].Contains(word!, StringComparison.Ordinal)));
        Assert.That(words, Is.All.Not.Match("预估|已确认|已结算|邀请|本月|销售|佣金"));
        Assert.That(words, Does.Contain("Orders of the month").And.Contain("settled").And.Some.StartsWith("taken back"));
    }

    private static void AssertReadable(string drawing)
    {
        var texts = DrawnText.Of(drawing);

        Assert.That(texts.Where(text => text.SmallestSize < 15), Is.Empty);
        Assert.That(texts.Where(text => text.Left < 30 || text.Right > 724), Is.Empty);
        Assert.That(texts.SelectMany((text, i) => texts.Skip(i + 1).Where(text.Meets).Select(other => $"{text} and {other}")), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Sums_are_those_of_the_file(string name)
    {
        var statement = Statements[name];
        var sums = StatementCsv.Write([statement], StatementStage.Layout).Split("\r\n").Select(row => row.Split(',')).ToLookup(row => row[0].Trim('\uFEFF'));
        var words = Words(name);

        Assert.That(words, Does.Contain($"¥{sums["应付"].Single()[16]}"));
        foreach (var column in new[] { 14, 15, 16 })
        {
            Assert.That(words, Does.Contain(sums["期初"].Single()[column]).And.Contain(sums["期末"].Single()[column]));
            Assert.That(words.Select(word => word.TrimStart('+')), Does.Contain(sums["本月变动"].Single()[column]));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Steps_lead_from_the_opening_to_the_closing(string name)
    {
        var model = StatementModel.Of(Statements[name], StatementStage.Layout);
        decimal Amount(string field) => decimal.Parse((string)model[field]!, CultureInfo.InvariantCulture);

        Assert.That(Amount("opening") + Amount("settled") - Amount("paid_out"), Is.EqualTo(Amount("closing")));
    }

    [Test]
    public void Templates_that_are_older_than_the_program_draw_it_in_Chinese()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("statements"));
        File.WriteAllText(folder.File(StatementPicture.TemplateIn(Language.Chinese)), "<svg>{{ accounts[0].name }}</svg>");
        var picture = new StatementPicture(new TemplateRenderer(new TemplateLibrary(folder.File(".")), TimeProvider.System), new FakeRasterizer());

        var svg = picture.ToSvg(Statements["an ordinary month"], StatementStage.Layout with { Language = Language.English }, CancellationToken.None);

        Assert.That(svg, Is.EqualTo("<svg>预估</svg>"));
    }

    [Test]
    public void The_largest_twenty_of_a_section_are_listed_and_the_rest_added_up() =>
        Assert.That(Words("three hundred orders").Count(word => word.StartsWith("其余 80 笔", StringComparison.Ordinal)), Is.EqualTo(3));

    [Test]
    public void A_month_without_orders_says_so() => Assert.That(Words("no orders"), Does.Contain("本月没有变动"));

    [Test]
    public void A_debt_is_carried_over_and_not_payable() =>
        Assert.That(Words("a debt"), Does.Contain("¥0.00").And.Contain("结余为负，转入下月抵扣").And.Contain("-1274.56"));

    private static Dictionary<string, string> Drawn(Language language)
    {
        var layout = StatementStage.Layout with { Language = language };
        return Statements.ToDictionary(pair => pair.Key, pair => PosterCases.Render(StatementPicture.TemplateIn(language), StatementModel.Of(pair.Value, layout)));
    }

    private static List<string> Words(string name) => [.. DrawnText.Of(Drawings[name]).Select(text => text.Words)];

    private static StatementOrder Row(
        int number, StatementSection section = StatementSection.Orders, LedgerStage stage = LedgerStage.Settled, bool isInviter = false, bool lost = false, long factor = 1, string name = "mama-1")
    {
        var share = new Money((180 + (number % 97 * 11)) * factor);
        var change = section == StatementSection.Progress ? Money.Zero : lost ? new Money(-4000 * factor) : share;
        return new StatementOrder
        {
            Order = new LedgerOrder
            {
                Network = "jd",
                RowId = $"{number}",
                Version = 1,
                Step = 0,
                OrderId = $"31004{number:00000000}",
                ItemId = "1001",
                Title = number % 2 == 0 ? "抽纸" : "霸王 防脱育发洗发水 400ml 生姜控油蓬松去屑止痒男女士专用家庭装 <A&B>",
                OrderedAt = Some.Morning.AddMinutes(number * 97),
                GroupId = name,
                Stage = lost ? null : stage,
                Sales = share * 50,
                Commission = share * 5,
                Terms = new CommissionTerms("li"),
            },
            Section = section,
            Role = isInviter ? StatementRole.Inviter : StatementRole.Own,
            Kind = lost ? LedgerKind.ClawBack : LedgerKind.Order,
            BookedAt = Some.Morning,
            Rate = Rate.FromPercent(isInviter ? 5 : 20),
            Share = lost ? Money.Zero : share,
            Estimated = stage == LedgerStage.Estimated ? change : section == StatementSection.Progress ? Money.Zero - share : Money.Zero,
            Confirmed = Money.Zero,
            Settled = stage != LedgerStage.Settled ? Money.Zero : section == StatementSection.Progress ? share : change,
        };
    }

    private static Statement Month(IReadOnlyList<StatementOrder> orders, int payouts = 0, long opening = 5_000, string name = "陈姐")
    {
        var paid = Enumerable.Range(1, payouts).Select(i => new Payout(i, "chen", June.Before, new Money(i * 600), Some.Morning.AddDays(i))).ToList();
        Money Sum(Func<StatementOrder, Money> amount) => orders.Aggregate(Money.Zero, (sum, order) => sum + amount(order));
        var settled = new StatementAccount(LedgerStage.Settled, new Money(opening), Sum(order => order.Settled) - new Money(paid.Sum(payout => payout.Amount.Fen)));
        return new Statement
        {
            OwnerId = "li",
            OwnerName = "李姐",
            Promoter = new Promoter { Id = "chen", Name = name },
            Month = June,
            DrawnUpAt = Some.Shanghai("2026-07-01 09:00"),
            Level = new ShareLevel { Name = "超级会员", Percent = Rate.FromPercent(20) },
            Orders = orders,
            Payouts = paid,
            Estimated = new StatementAccount(LedgerStage.Estimated, new Money(880), Sum(order => order.Estimated)),
            Confirmed = new StatementAccount(LedgerStage.Confirmed, new Money(1290), Money.Zero),
            Settled = settled,
            Payable = Money.Max(Money.Zero, settled.Closing),
        };
    }
}
