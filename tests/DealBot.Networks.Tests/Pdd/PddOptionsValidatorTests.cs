using DealBot.Contracts;
using DealBot.Networks.Pdd;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddOptionsValidatorTests
{
    [Test]
    public void The_defaults_with_a_complete_account_have_no_faults() => Assert.That(Paths(PddScene.Account()), Is.Empty);

    [Test]
    public void No_accounts_are_no_fault() => Assert.That(PddOptionsValidator.Validate(new PddOptions()), Is.Empty);

    [Test]
    public void Ranges_lists_and_gateway_are_checked() => Assert.That(
        Paths(PddScene.Account(), options => options with
        {
            Gateway = "http://gw-api.pinduoduo.com/api/router",
            TimeoutSeconds = 0,
            MaxRetries = 11,
            PageSize = 9,
            OptIds = [15, 0],
            Keywords = [" "],
            LinkHosts = ["https://p.pinduoduo.com/"],
        }),
        Is.EquivalentTo(new[] { "Gateway", "TimeoutSeconds", "MaxRetries", "PageSize", "OptIds[1]", "Keywords[0]", "LinkHosts[0]" }));

    [Test]
    public void Lists_that_are_needed_must_not_be_empty() =>
        Assert.That(Paths(PddScene.Account(), options => options with { OptIds = [], LinkHosts = [] }), Is.EqualTo(new[] { "OptIds", "LinkHosts" }));

    [Test]
    public void An_empty_account_lacks_all_that_is_required() => Assert.That(
        Paths(new PddAccount { Uid = "" }),
        Is.EqualTo(new[] { "Accounts.main.ClientId", "Accounts.main.ClientSecret", "Accounts.main.Pid", "Accounts.main.Uid" }));

    [TestCase("223344556")]
    [TestCase("12345678-223344556")]
    [TestCase("mm_1_2_3")]
    public void A_pid_has_a_member_and_a_number(string pid) => Assert.That(Paths(PddScene.Account() with { Pid = pid }), Is.EqualTo(new[] { "Accounts.main.Pid" }));

    [TestCase("群主")]
    [TestCase("a\"b")]
    [TestCase("abcdefghijklmnopqrstu")]
    public void A_uid_is_short_and_plain(string uid) => Assert.That(Paths(PddScene.Account() with { Uid = uid }), Is.EqualTo(new[] { "Accounts.main.Uid" }));

    [Test]
    public void Positions_are_the_accounts_own_and_each_is_named_once() => Assert.That(
        Paths(PddScene.Account() with { Positions = ["12345678_1", "x", "12345678_1", PddScene.Pid, "87654321_1"] }),
        Is.EqualTo(new[] { "Accounts.main.Positions[1]", "Accounts.main.Positions[2]", "Accounts.main.Positions[3]", "Accounts.main.Positions[4]" }));

    [Test]
    public void Keys_copied_with_a_blank_are_found_and_not_told()
    {
        var faults = Faults(PddScene.Account() with { ClientSecret = PddScene.Secret + "\n" }, options => options);

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[] { "Accounts.main.ClientSecret" }));
        Assert.That(faults.Select(fault => $"{fault}"), Has.None.Contains(PddScene.Secret));
    }

    private static IEnumerable<string> Paths(PddAccount account, Func<PddOptions, PddOptions>? change = null) =>
        Faults(account, change ?? (options => options)).Select(fault => fault.Path);

    private static OptionFault[] Faults(PddAccount account, Func<PddOptions, PddOptions> change) =>
        [.. PddOptionsValidator.Validate(change(new PddOptions { Accounts = new Dictionary<string, PddAccount> { ["main"] = account } }))];
}
