using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

public sealed class ShareConfigurationTests
{
    private const string Shares = """{ "levels": [{ "name": "会员", "percent": 20 }], "inviterPercents": [10] }""";

    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new ConfigFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Levels_promoters_and_whose_group_it_is_are_read()
    {
        Write("""
            {
              "levels": [{ "name": "超级会员", "percent": 20 }, { "name": "导师", "percent": 30, "fromSales": 5000 }, { "name": "合伙人", "percent": 35 }],
              "inviterPercents": [5], "platformPercent": 1.5,
              "promoters": [{ "id": "chen", "name": "陈姐" }, { "id": "zhao", "name": "赵哥", "level": "导师", "invitedBy": "chen" }]
            }
            """);
        _folder.Edit(GroupsFile.Name, "\"name\": \"宝妈一群\"", "\"name\": \"宝妈一群\", \"promoter\": \"zhao\"");

        var (configuration, faults) = _folder.Load();

        Assert.That(faults, Is.Empty);
        var shares = configuration!.Owner("li").Shares!;
        Assert.That(shares.Levels[1].FromSales, Is.EqualTo(Money.FromYuan(5000)));
        Assert.That(shares.PlatformPercent, Is.EqualTo(new Rate(150)));
        Assert.That(shares.Promoters[1], Is.EqualTo(new Promoter { Id = "zhao", Name = "赵哥", Level = "导师", InvitedBy = "chen" }));
        Assert.That(configuration.FindGroup("mama-1")!.Promoter, Is.EqualTo("zhao"));
    }

    // Levels.
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20, "fromSales": 100 }] }""", "levels[0].fromSales", "no threshold", "leave it out")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }, { "name": "乙", "percent": 20 }] }""", "levels[1].percent", "no higher than the level before", "more than 20")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }, { "name": "甲", "percent": 30 }] }""", "levels[1].name", "two levels of one name", "another name")]
    [TestCase("""{ "levels": [{ "name": " ", "percent": 20 }] }""", "levels[0].name", "without a name", "a name")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }, { "name": "乙", "percent": 25, "fromSales": 0 }] }""", "levels[1].fromSales", "threshold is no higher", "above 0")]
    [TestCase(
        """{ "levels": [{ "name": "甲", "percent": 20 }, { "name": "乙", "percent": 25, "fromSales": 900 }, { "name": "丙", "percent": 26 }, { "name": "丁", "percent": 30, "fromSales": 900 }] }""",
        "levels[3].fromSales", "threshold is no higher", "above 900")]
    // Sums.
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }, { "name": "乙", "percent": 86 }], "inviterPercents": [10], "platformPercent": 5 }""", "levels[1].percent", "more than 100 %", "at most 85")]
    [TestCase("""{ "platformPercent": 101 }""", "platformPercent", "percentage out of range", "0 to 100")]
    // Promoters.
    [TestCase("""{ "promoters": [{ "id": "chen", "name": "陈" }] }""", "levels", "no level", "at least one")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "chen", "name": "" }] }""", "promoters[0].name", "no name", "statement")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "陈", "name": "陈" }] }""", "promoters[0].id", "bad id", "lower-case")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "a", "name": "陈" }, { "id": "a", "name": "赵" }] }""", "promoters[1].id", "duplicate id", "$.owners[0].shares.promoters[0]")]
    [TestCase("""{ "levels": [{ "name": "导师", "percent": 20 }], "promoters": [{ "id": "a", "name": "陈", "level": "导帅" }] }""", "promoters[0].level", "no such level", "导师 (misspelt?)")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "chen", "name": "陈" }, { "id": "zhao", "name": "赵", "invitedBy": "chan" }] }""", "promoters[1].invitedBy", "no such promoter", "chen (misspelt?)")]
    [TestCase("""{ "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "a", "name": "陈", "invitedBy": "a" }] }""", "promoters[0].invitedBy", "circle: a ← a", "really invited")]
    public void A_fault_is_named_with_path_problem_and_remedy(string shares, string path, string problem, string remedy)
    {
        Write(shares);

        var fault = _folder.Load().Faults.Single();

        Assert.That((fault.File, fault.Path), Is.EqualTo((OwnersFile.Name, $"$.owners[0].shares.{path}")));
        Assert.That(fault.Problem.En, Does.Contain(problem));
        Assert.That(fault.Remedy.En, Does.Contain(remedy));
        Assert.That(fault.Problem.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}"));
    }

    [Test]
    public void A_circle_of_invitations_is_said_of_all_in_it_and_of_nobody_else()
    {
        Write("""
            { "levels": [{ "name": "甲", "percent": 20 }], "promoters": [
              { "id": "a", "name": "a", "invitedBy": "c" }, { "id": "b", "name": "b", "invitedBy": "a" }, { "id": "c", "name": "c", "invitedBy": "b" },
              { "id": "d", "name": "d", "invitedBy": "c" }] }
            """);

        var faults = _folder.Load().Faults;

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(Enumerable.Range(0, 3).Select(index => $"$.owners[0].shares.promoters[{index}].invitedBy")));
        Assert.That(faults[0].Problem.Zh, Does.Contain("a ← c ← b ← a"));
    }

    [TestCase("chan", "no such promoter", "chen (misspelt?)")]
    [TestCase("sun", "a promoter of owner wang, but the group is li's", "a promoter of li")]
    public void Group_names_a_promoter_of_its_owner(string promoter, string problem, string remedy)
    {
        Write("""{ "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "chen", "name": "陈" }] }""");
        _folder.Edit(OwnersFile.Name, "\"owners\": [", """
            "owners": [{
              "id": "wang", "name": "小王", "networkAccounts": { "pdd": "main" }, "digest": { "at": "21:30", "adapter": "preview", "address": "owner" },
              "shares": { "levels": [{ "name": "甲", "percent": 20 }], "promoters": [{ "id": "sun", "name": "孙" }] }
            },
            """);
        _folder.Edit(GroupsFile.Name, "\"name\": \"宝妈二群\"", $"\"name\": \"宝妈二群\", \"promoter\": \"{promoter}\"");

        var fault = _folder.Load().Faults.Single();

        Assert.That((fault.File, fault.Path, fault.Value), Is.EqualTo((GroupsFile.Name, "$.groups[1].promoter", promoter)));
        Assert.That(fault.Problem.En, Does.Contain(problem));
        Assert.That(fault.Remedy.En, Does.Contain(remedy));
    }

    [TestCase("shares", "tier3", "5", "团队计酬")]
    [TestCase("shares", "thirdTierPercent", "5", "团队计酬")]
    [TestCase("shares", "inviterLevels", "[5, 3]", "团队计酬")]
    [TestCase("shares", "inviters", "[{ \"percent\": 5 }]", "团队计酬")]
    [TestCase("shares", "inviterPercents2", "[3]", "团队计酬")]
    [TestCase("shares", "secondInviterPercent", "3", "团队计酬")]
    [TestCase("shares", "depth", "5", "团队计酬")]
    [TestCase("shares", "team_bonus", "5", "团队计酬")]
    [TestCase("shares", "三级分成", "5", "团队计酬")]
    [TestCase("shares", "headFee", "10", "拉人头")]
    [TestCase("shares", "head_fee", "10", "拉人头")]
    [TestCase("shares", "recruitBonus", "10", "拉人头")]
    [TestCase("shares", "inviteReward", "10", "拉人头")]
    [TestCase("shares", "人头费", "10", "拉人头")]
    [TestCase("shares", "joinFee", "99", "入门费")]
    [TestCase("shares", "deposit", "99", "入门费")]
    [TestCase("shares", "入门费", "99", "入门费")]
    [TestCase("level", "price", "399", "入门费")]
    [TestCase("level", "minPurchase", "399", "入门费")]
    [TestCase("promoter", "downlines", "[\"a\"]", "团队计酬")]
    [TestCase("owner", "recruitBonus", "10", "拉人头")]
    public void Schemes_that_law_forbids_are_refused_with_the_reason(string where, string name, string value, string reason)
    {
        string At(string place) => where == place ? $", \"{name}\": {value}" : "";
        Write($$"""{ "levels": [{ "name": "甲", "percent": 20{{At("level")}} }], "promoters": [{ "id": "chen", "name": "陈"{{At("promoter")}} }]{{At("shares")}} }""", At("owner"));

        var fault = _folder.Load().Faults.Single();

        Assert.That(fault.Path, Does.EndWith($".{name}"));
        Assert.That(fault.Problem.Zh, Does.Contain(reason).And.Contain("《禁止传销条例》"));
        Assert.That(fault.Problem.En, Does.Contain("article 7"));
        Assert.That(fault.Remedy.Zh, Does.StartWith("删掉"));
    }

    [TestCase("inviterPercent", "inviterPercents")]
    [TestCase("promotors", "promoters")]
    [TestCase("level", "levels")]
    public void A_misspelt_name_is_no_scheme(string name, string meant)
    {
        Write($$"""{ "{{name}}": [] }""");

        Assert.That(_folder.Load().Faults.Single().Remedy.En, Does.StartWith(meant));
    }

    private void Write(string shares, string beside = "") => _folder.Edit(OwnersFile.Name, Shares, shares + beside);
}
