using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Metrics;
using DealBot.Core.Tests.Posters;

namespace DealBot.Core.Tests.Digests;

/// <summary>The committed chart, for days and owners of all sizes.</summary>
public sealed class DigestChartTests
{
    private const string Chart = "digests/daily.sbn-svg";
    private const string English = "digests/daily.en.sbn-svg";

    private static readonly DateOnly Day = new(2026, 6, 18);

    private static readonly Dictionary<string, string> Drawings = new()
    {
        ["an ordinary day of five groups"] = Draw(5, 1),
        ["one group and its first day"] = Draw(1, 1, isFirst: true),
        ["sixty groups and large figures"] = Draw(60, 40_000),
        ["nothing yet"] = Draw(3, 0),
        ["no groups"] = Draw(0, 0),
        ["after days of next to nothing"] = Draw(2, 1_000, before: new Figures(1, 1, 1, 1, new Money(1), new Money(1))),
        ["half of it went as commands"] = Draw(5, 1, commands: 10),
        ["more is clawed back than earned"] = Draw(2, 40_000, clawedBack: true),
    };

    [Test]
    public void Chart_is_drawn_as_it_is_known_to_be_good() => Golden.Compare("digest", Drawings);

    private static readonly Dictionary<string, string> EnglishDrawings = new()
    {
        ["in English, an ordinary day"] = Draw(5, 1, chart: English),
        ["in English, the first day"] = Draw(1, 1, isFirst: true, chart: English),
        ["in English, commands"] = Draw(5, 1, commands: 10, chart: English),
        ["in English, large figures"] = Draw(60, 40_000, chart: English),
        ["in English, nothing yet"] = Draw(3, 0, chart: English),
        ["in English, no groups"] = Draw(0, 0, chart: English),
    };

    private static IEnumerable<string> Names => Drawings.Keys.Concat(EnglishDrawings.Keys);

    [TestCaseSource(nameof(Names))]
    public void Text_can_be_read_on_a_phone_and_lies_on_no_other(string name)
    {
        var texts = DrawnText.Of(Drawings.GetValueOrDefault(name) ?? EnglishDrawings[name]);

        Assert.That(texts.Where(text => text.SmallestSize < 18), Is.Empty);
        Assert.That(texts.Where(text => text.Left < 30 || text.Right > 724), Is.Empty);
        Assert.That(texts.SelectMany((text, i) => texts.Skip(i + 1).Where(text.Meets).Select(other => $"{text} and {other}")), Is.Empty);
    }

    [Test]
    public void Ten_groups_are_listed_and_the_rest_added_up()
    {
        var words = Words("sixty groups and large figures");

        Assert.That(words.Count(word => word.EndsWith(" 号楼", StringComparison.Ordinal)), Is.EqualTo(10));
        Assert.That(words, Has.One.EqualTo("其余 50 个群"));
    }

    [Test]
    public void Clicks_orders_and_commission_are_shown_by_hour_and_over_fourteen_days_each_with_its_unit()
    {
        var words = Words("an ordinary day of five groups");

        Assert.That(words.Where(word => word is "（次）" or "（单）" or "（元）"), Is.EqualTo(new[] { "（次）", "（单）", "（元）", "（次）", "（单）", "（元）" }));
        Assert.That(words, Has.One.EqualTo("近 14 天").And.One.EqualTo("0时").And.One.EqualTo("23时"));
    }

    [Test]
    public void Every_axis_starts_at_zero() =>
        Assert.That(Words("an ordinary day of five groups").Count(word => word == "0"), Is.EqualTo(6));

    [Test]
    public void Steps_from_post_to_commission_are_told_with_what_lies_between() =>
        Assert.That(Words("an ordinary day of five groups"), Has.One.EqualTo("每条 10.5 次").And.One.EqualTo("百次 9.5 单").And.One.EqualTo("每单 ¥4.20"));

    [Test]
    public void Clicks_that_nobody_could_count_are_said_to_be_missing_and_in_no_ratio() =>
        Assert.That(
            Words("half of it went as commands"),
            Has.One.EqualTo("每条 21 次").And.One.EqualTo("—").And.One.EqualTo("有 10 条发的是口令，打开多少次无法统计，不算在点击里"));

    [Test]
    public void Without_any_figures_there_is_a_word_instead_of_empty_charts() =>
        Assert.That(Words("nothing yet"), Has.One.EqualTo("还没有数据").And.None.EqualTo("（次）"));

    [Test]
    public void In_English_only_names_are_Chinese()
    {
        var words = EnglishDrawings.Values.SelectMany(DrawnText.Of).Select(text => text.Words).ToList();

        Assert.That(words.Where(word => !word.EndsWith("号楼", StringComparison.Ordinal) && !word.EndsWith("李姐", StringComparison.Ordinal)), Is.Not.Empty.And.None.Match(@"[\u4e00-\u9fff]"));
    }

    private static List<string> Words(string drawing) => [.. DrawnText.Of(Drawings[drawing]).Select(text => text.Words)];

    [Test]
    public void Growth_of_more_than_anyone_reads_is_not_spelt_out() =>
        Assert.That(Words("after days of next to nothing"), Has.Some.EqualTo("▲超999%").And.None.Match("[0-9]{4,}%"));

    private static string Draw(int groups, long factor, bool isFirst = false, bool clawedBack = false, Figures? before = null, long commands = 0, string chart = Chart)
    {
        var hours = Enumerable.Range(0, 24).Select(hour => hour is >= 8 and < 18 ? Of(factor, 20 + (hour % 2 * 2)) : Figures.None).ToList();
        var today = Figures.Sum(hours);
        today = clawedBack ? today with { Commission = new Money(-today.Commission.Fen) } : today;
        var owner = new Owner
        {
            Id = "li",
            Name = "李姐",
            NetworkAccounts = new Dictionary<string, string>(),
            Digest = new DigestSettings { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" },
        };
        return PosterCases.Render(chart, DigestModel.Of(owner, new DigestFigures(
            Day,
            today,
            before ?? (isFirst ? Figures.None : today with { Clicks = today.Clicks + factor, Commission = today.Commission + today.Commission }),
            before ?? (isFirst ? Figures.None : today),
            [.. Enumerable.Range(-13, 14).Select(offset => (Day.AddDays(offset), offset == 0 ? today : isFirst ? Figures.None : Of(factor, 180 + (offset * 5))))],
            hours,
            [.. Enumerable.Range(1, groups).Select(i => (Some.Group($"group-{i}") with { Name = $"滨江苑 {i} 号楼" }, Of(factor, 200 - i)))],
            [],
            [],
            [])
        {
            CommandPosts = new Dictionary<string, long> { ["group-1"] = commands },
        }));
    }

    private static Figures Of(long factor, long clicks) =>
        new(2 * Math.Min(factor, 1), clicks * factor, clicks * factor * 7 / 10, 2 * factor, new Money(5990 * factor), new Money(840 * factor));
}
