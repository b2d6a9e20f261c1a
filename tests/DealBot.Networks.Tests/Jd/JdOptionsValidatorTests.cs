using DealBot.Contracts;
using DealBot.Networks.Jd;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdOptionsValidatorTests
{
    [Test]
    public void The_defaults_with_a_complete_account_have_no_faults() =>
        Assert.That(Faults(JdScene.Account(), options => options), Is.Empty);

    [Test]
    public void No_accounts_are_no_fault() => Assert.That(JdOptionsValidator.Validate(new JdOptions()), Is.Empty);

    [TestCase("")]
    [TestCase("api.jd.com")]
    [TestCase("http://api.jd.com/routerjson")]
    [TestCase("ftp://api.jd.com/routerjson")]
    public void The_gateway_must_be_https(string gateway) =>
        Assert.That(Paths(JdScene.Account(), options => options with { Gateway = gateway }), Is.EqualTo(new[] { "Gateway" }));

    [TestCase("http://127.0.0.1:5099/routerjson")]
    [TestCase("http://localhost/routerjson")]
    public void The_gateway_may_be_plain_http_on_the_own_machine(string gateway) =>
        Assert.That(Faults(JdScene.Account(), options => options with { Gateway = gateway }), Is.Empty);

    [Test]
    public void Numbers_have_ranges()
    {
        var paths = Paths(JdScene.Account(), options => options with { TimeoutSeconds = 0, MaxRetries = 11, PageSize = 51 });

        Assert.That(paths, Is.EqualTo(new[] { "TimeoutSeconds", "MaxRetries", "PageSize" }));
    }

    [Test]
    public void Lists_are_checked_entry_by_entry()
    {
        var paths = Paths(JdScene.Account(), options => options with
        {
            EliteIds = [1, 1001, -1],
            Keywords = ["纸巾", " "],
            LinkHosts = ["u.jd.com", "https://u.jd.com/", "127.0.0.1:80", ""],
        });

        Assert.That(paths, Is.EqualTo(new[] { "EliteIds[1]", "EliteIds[2]", "Keywords[1]", "LinkHosts[1]", "LinkHosts[2]", "LinkHosts[3]" }));
    }

    [Test]
    public void Lists_that_are_needed_must_not_be_empty() =>
        Assert.That(
            Paths(JdScene.Account(), options => options with { EliteIds = [], LinkHosts = [] }),
            Is.EqualTo(new[] { "EliteIds", "LinkHosts" }));

    [Test]
    public void Keys_copied_with_a_blank_are_found_and_not_told()
    {
        var faults = Faults(JdScene.Account() with { AppKey = "key 1", AppSecret = JdScene.Secret + "\n" }, options => options);

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[] { "Accounts.main.AppKey", "Accounts.main.AppSecret" }));
        Assert.That(faults.Select(fault => fault.Value), Is.All.Null);
    }

    [Test]
    public void An_empty_account_lacks_all_that_is_required() =>
        Assert.That(Paths(new JdAccount(), options => options), Is.EqualTo(new[]
        {
            "Accounts.main.AppKey", "Accounts.main.AppSecret", "Accounts.main.UnionId", "Accounts.main.SiteId",
        }));

    [Test]
    public void Only_the_common_interface_needs_a_site() =>
        Assert.That(Faults(JdScene.Account(JdLinkApi.BySubUnionId) with { SiteId = null }, options => options), Is.Empty);

    [Test]
    public void Ids_are_digits()
    {
        var account = JdScene.Account() with { UnionId = "u1", SiteId = "网站", PositionId = "1_2_3", LinkApi = (JdLinkApi)7 };

        Assert.That(Paths(account, options => options), Is.EqualTo(new[]
        {
            "Accounts.main.UnionId", "Accounts.main.SiteId", "Accounts.main.PositionId", "Accounts.main.LinkApi",
        }));
    }

    [Test]
    public void Positions_to_allot_are_digits_each_once_and_not_the_general_one()
    {
        var account = JdScene.Account() with { Positions = ["3100000002", "x", "", "3100000002", "3100000001", "3100000003"] };

        Assert.That(Paths(account, options => options), Is.EqualTo(new[]
        {
            "Accounts.main.Positions[1]", "Accounts.main.Positions[2]", "Accounts.main.Positions[3]", "Accounts.main.Positions[4]",
        }));
    }

    [Test]
    public void Faults_hold_no_secret_and_both_languages()
    {
        var faults = Faults(JdScene.Account() with { UnionId = "u1" }, options => options with { Gateway = "x", PageSize = 0 });

        Assert.That(faults.Select(fault => $"{fault}"), Has.None.Contains(JdScene.Secret).And.None.Contains(JdScene.Token));
        Assert.That(
            faults.SelectMany(fault => new[] { fault.Problem, fault.Remedy }),
            Has.All.Matches<Phrase>(phrase => phrase is { Zh.Length: > 0, En.Length: > 0 }));
    }

    private static IEnumerable<string> Paths(JdAccount account, Func<JdOptions, JdOptions> change) =>
        Faults(account, change).Select(fault => fault.Path);

    private static OptionFault[] Faults(JdAccount account, Func<JdOptions, JdOptions> change) =>
        [.. JdOptionsValidator.Validate(change(new JdOptions { Accounts = new Dictionary<string, JdAccount> { ["main"] = account } }))];
}
