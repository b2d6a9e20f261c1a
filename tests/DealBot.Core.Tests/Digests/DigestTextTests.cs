using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;
using DealBot.Core.Tests.Posters;

namespace DealBot.Core.Tests.Digests;

/// <summary>The committed text, in what the chart does not have.</summary>
public sealed class DigestTextTests
{
    private const string Remedy = "唯品会账号 main 的转链接口没有开通：登录 union.vip.com，在“我的权限”里申请 UnionUrlService，一般一个工作日通过；开通前这个账号的商品都不会发";

    private static readonly Owner Li = new()
    {
        Id = "li",
        Name = "李姐",
        NetworkAccounts = new Dictionary<string, string>(),
        Digest = new DigestSettings { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" },
    };

    private static readonly DigestFigures Nothing = new(new DateOnly(2026, 6, 1), Figures.None, Figures.None, Figures.None, [], [], [], [], [], []);

    [Test]
    public void What_went_as_commands_is_not_shown_as_if_nobody_had_looked()
    {
        var lines = Lines(Nothing with
        {
            Today = Figures.None with { Posts = 9, Clicks = 5 },
            Groups = [Group("mama-1", 0), Group("mama-2", 5), Group("mama-3", 0)],
            CommandPosts = new Dictionary<string, long> { ["mama-1"] = 3, ["mama-2"] = 1 },
            Deals = [Deal("清风抽纸", 0, 2), Deal("山核桃", 0, 0)],
        });

        Assert.That(lines, Has.One.EqualTo("　有 4 条发的是口令，打开多少次无法统计，不在内"));
        Assert.That(lines.Where(line => line.Contains("佣 ¥", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "1. mama-1：发 3，点击未知（口令），0 单，佣 ¥0.00",
            "2. mama-2：发 3，点至少 5，0 单，佣 ¥0.00",
            "3. mama-3：发 3，点 0，0 单，佣 ¥0.00",
            "· 清风抽纸：点击未知（口令），2 单，佣 ¥6.00",
        }));
        Assert.That(lines, Has.None.Contain("没成交").And.None.Contain("山核桃"));
    }

    [Test]
    public void Without_commands_nothing_is_said_of_them() =>
        Assert.That(Lines(Nothing with { Today = Figures.None with { Posts = 3 }, Groups = [Group("mama-1", 0)] }), Has.None.Contain("口令"));

    [Test]
    public void Reasons_and_notices_are_told_to_the_end_where_it_says_what_to_do()
    {
        var told = new Phrase(Remedy, "…");
        var lines = Lines(Nothing with
        {
            Notices = [new KeptNotice("links_broken", "vip/main", told, Some.Morning, Some.Morning, 2, null)],
            Skips = [new SkipCount("skipped", told, 3)],
            HeldBack = [new HeldBackCount("vip", "x", told, 2, new Money(345))],
        });

        Assert.That(lines, Has.One.EqualTo($"· 09:00 {Remedy}（2 次）").And.One.EqualTo($"· 跳过 3 条：{Remedy}").And.One.EqualTo($"· 唯品会 2 件：{Remedy}"));
    }

    [Test]
    public void English_says_the_same_of_commands_and_tells_reasons_to_the_end()
    {
        const string remedy = "account main may not convert links: apply for the interface in the network's console; until it is granted none of its deals is posted";
        var lines = Lines(
            Nothing with
            {
                Today = Figures.None with { Posts = 3 },
                Groups = [Group("mama-1", 0)],
                CommandPosts = new Dictionary<string, long> { ["mama-1"] = 3 },
                Notices = [new KeptNotice("links_broken", "vip/main", new Phrase("…", remedy), Some.Morning, Some.Morning, 1, null)],
            },
            "digests/daily.en.sbn-txt");

        Assert.That(lines, Has.One.EqualTo("  3 posts held a command to copy; how often it was opened can't be counted"));
        Assert.That(lines, Has.One.EqualTo("1. mama-1: posts 3, clicks unknown (command), orders 0, commission ¥0.00").And.One.EqualTo($"· 09:00 {remedy}"));
    }

    private static string[] Lines(DigestFigures figures, string template = "digests/daily.sbn-txt") => PosterCases.Render(template, DigestModel.Of(Li, figures)).Split('\n');

    private static (Group Group, Figures Figures) Group(string id, long clicks) => (Some.Group(id) with { Name = id }, Figures.None with { Posts = 3, Clicks = clicks });

    private static DealResult Deal(string title, long clicks, long orders) =>
        new(new DealKey("taobao", title), title, 1, clicks, orders, new Money(orders * 300)) { AsCommand = 1 };
}
