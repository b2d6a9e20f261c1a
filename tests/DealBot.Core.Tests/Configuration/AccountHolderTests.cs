using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

/// <summary>An account has one holder.</summary>
public sealed class AccountHolderTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new ConfigFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Two_owners_cannot_have_one_account()
    {
        Add("wang", """{ "jd": "main", "pdd": "main" }""");

        var fault = _folder.Load().Faults.Single();

        Assert.That((fault.File, fault.Path, fault.Value), Is.EqualTo((OwnersFile.Name, "$.owners[1].networkAccounts.jd", "main")));
        Assert.That(fault.Problem.Zh, Does.Contain("账号 jd/main 已经是群主 li 的"));
        Assert.That(fault.Problem.En, Does.Contain("jd/main is owner li's already"));
        Assert.That(fault.Remedy.En, Does.Contain("an account of wang's own").And.Contain("a promoter of his"));
    }

    [Test]
    public void Accounts_of_one_name_at_two_networks_are_two_accounts()
    {
        Add("wang", """{ "pdd": "main" }""");

        Assert.That(_folder.Load().Faults, Is.Empty);
    }

    private void Add(string owner, string accounts) => _folder.Edit(
        OwnersFile.Name,
        "]\n}",
        $$""", { "id": "{{owner}}", "name": "小王", "networkAccounts": {{accounts}}, "digest": { "at": "21:30", "adapter": "preview", "address": "owner" } }]{{"\n"}}}""");
}
