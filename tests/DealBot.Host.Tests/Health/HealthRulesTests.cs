using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Health;
using DealBot.Core.Links;
using DealBot.Host.Health;
using DealBot.Host.Settings;

namespace DealBot.Host.Tests.Health;

public sealed class HealthRulesTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly HostSettings Settings = new();

    [Test]
    public void Ledger_that_is_up_to_date_has_nothing_to_say() =>
        Assert.That(HealthRules.OfLedger(Figures() with { OldestDue = Now.AddMinutes(-5), Orders = [new("jd", "li", Now.AddMinutes(-5))], LatestSent = Now }, Settings, Now), Is.Empty);

    [Test]
    public void Post_that_waits_longer_than_it_is_fresh_is_told() =>
        Assert.That(Codes(Figures() with { Due = 3, OldestDue = Now.AddMinutes(-21) }), Is.EqualTo(new[] { "posts_late" }));

    [Test]
    public void Each_account_whose_orders_lag_is_told() =>
        Assert.That(
            Codes(Figures() with { Orders = [new("jd", "li", Now.AddHours(-1)), new("jd", "zhang", Now), new("jd", "wang", Now.AddDays(-2))] }),
            Is.EqualTo(new[] { "orders_late", "orders_late" }));

    [Test]
    public void Clock_behind_the_ledger_is_told() =>
        Assert.That(Codes(Figures() with { LatestSent = Now.AddHours(1) }), Is.EqualTo(new[] { "clock" }));

    [Test]
    public void Adapter_that_hears_nothing_although_it_should_is_told() => Assert.That(
        HealthRules.OfListeners([new("onebot", true, null), new("telegram", false, Some.Phrase), new("wechaty", false, null)]).Select(finding => (finding.Code, finding.Level, finding.En)),
        Is.EqualTo(new[] { ("chat_listener", FindingLevel.Warning, "telegram hears nothing of its chats: cause") }));

    [Test]
    public void Edit_that_was_not_taken_over_is_told_with_its_faults()
    {
        var fault = new ConfigurationFault("groups.json", "$.groups[0].owner", "zang", new Phrase("没有这位群主", "no such owner"), new Phrase("zhang", "zhang"));

        var finding = HealthRules.OfConfiguration([fault]).Single();

        Assert.That(finding.Zh, Does.EndWith("仍用上一份正确的：groups.json $.groups[0].owner: 没有这位群主（现在是：zang）。应为：zhang"));
        Assert.That(finding.En, Does.EndWith("the last good one holds: groups.json $.groups[0].owner: no such owner (found: zang) → zhang"));
    }

    [Test]
    public void Pause_is_noted_by_the_groups_clock()
    {
        var configuration = new DealBotConfiguration { Owners = [], Groups = [Some.Group()], Schedules = [], Audiences = [] };

        var findings = HealthRules.OfPauses([new("mama-1", Now, Now.AddHours(2)), new("gone", Now, null)], configuration);

        Assert.That(findings.Select(finding => (finding.Level, finding.Zh)), Is.EqualTo(new[] { (FindingLevel.Note, "群 mama-1 暂停推送到 06-01 11:00") }));
    }

    [TestCase(0, null, "catalog_empty")]
    [TestCase(9, 61, "catalog_old")]
    [TestCase(9, 59, null)]
    public void Catalog_is_told_when_it_is_empty_or_old(int deals, int? minutes, string? code)
    {
        var newest = minutes is { } old ? Now.AddMinutes(-old) : (DateTimeOffset?)null;

        Assert.That(HealthRules.OfCatalog(deals, newest, Settings, Now).SingleOrDefault()?.Code, Is.EqualTo(code));
    }

    [TestCase(0, 0, 0, 0.0)]
    [TestCase(8, 1, 1, 0.2)]
    public void Failure_rate_is_of_posts_that_ended(long sent, long failed, long unknown, double rate) =>
        Assert.That(
            (Figures() with { LastDay = new Dictionary<string, long> { ["sent"] = sent, ["failed"] = failed, ["unknown"] = unknown, ["planned"] = 7, ["skipped"] = 5 } }).FailureRate,
            Is.EqualTo(rate).Within(1e-9));

    [Test]
    public void Account_whose_test_links_fail_is_a_warning_and_one_never_seen_to_work_a_note()
    {
        var configuration = new DealBotConfiguration
        {
            Owners =
            [
                new Owner
                {
                    Id = "li",
                    Name = "李姐",
                    NetworkAccounts = new Dictionary<string, string> { ["jd"] = "li", ["pdd"] = "main", ["vip"] = "main" },
                    Digest = new DigestSettings { At = new TimeOnly(21, 0), Adapter = "preview", Address = "owner" },
                },
            ],
            Groups = [Some.Group()],
            Schedules = [],
            Audiences = [],
        };
        CanaryState[] states =
        [
            new CanaryState { Network = "jd", Account = "li" }.Failed(Now, new LinkResult.Refused("2001", Some.Phrase, AccountFault: true), isLasting: true),
            new CanaryState { Network = "vip", Account = "main" }.Worked(Now),
        ];

        var findings = HealthRules.OfLinks(states, configuration, Settings).ToList();

        Assert.That(findings.Select(finding => (finding.Code, finding.Level)), Is.EqualTo(new[] { ("links_broken", FindingLevel.Warning), ("links_unproven", FindingLevel.Note) }));
        Assert.That(findings[0].Zh, Does.Contain("jd/li").And.Contain(Some.Phrase.Zh));
        Assert.That(findings[1].Zh, Does.Contain("pdd/main"));
        Assert.That(HealthRules.OfLinks(states, configuration, Settings with { Links = Settings.Links with { CanaryMinutes = 0 } }), Is.Empty, "nobody tries any more");
    }

    private static IEnumerable<string> Codes(ServiceFigures figures) => HealthRules.OfLedger(figures, Settings, Now).Select(finding => finding.Code);

    private static ServiceFigures Figures() => new()
    {
        Due = 0,
        OldestDue = null,
        Ahead = 0,
        LastDay = new Dictionary<string, long>(),
        Clicks = 0,
        Orders = [],
        LatestSent = null,
    };
}
