using DealBot.Contracts;
using DealBot.Networks.Taobao;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoOptionsValidatorTests
{
    [Test]
    public void The_defaults_with_a_complete_account_have_no_faults() => Assert.That(Paths(TaobaoScene.Account(), options => options), Is.Empty);

    [Test]
    public void No_accounts_are_no_fault() => Assert.That(TaobaoOptionsValidator.Validate(new TaobaoOptions()), Is.Empty);

    [Test]
    public void Everything_is_checked_at_once() => Assert.That(
        Paths(TaobaoScene.Account(), options => options with
        {
            Gateway = "http://eco.taobao.com/router/rest",
            TimeoutSeconds = 0,
            MaxRetries = 11,
            PageSize = 101,
            OrderWindowMinutes = 181,
            SignMethod = (TaobaoSignMethod)9,
            RateUnit = (TaobaoRateUnit)9,
            MaterialId = 0,
            Categories = [0],
            Keywords = [" "],
            LinkHosts = ["https://uland.taobao.com"],
        }),
        Is.EqualTo(new[]
        {
            "TimeoutSeconds", "MaxRetries", "PageSize", "OrderWindowMinutes", "Gateway", "SignMethod", "RateUnit", "MaterialId", "Categories[0]", "Keywords[0]", "LinkHosts[0]",
        }));

    [Test]
    public void Something_must_be_searched_for() => Assert.That(Paths(TaobaoScene.Account(), options => options with { Keywords = [] }), Is.EqualTo(new[] { "Keywords" }));

    [Test]
    public void An_empty_account_lacks_all_that_is_required() => Assert.That(
        Paths(new TaobaoAccount(), options => options), Is.EqualTo(new[] { "Accounts.main.AppKey", "Accounts.main.AppSecret", "Accounts.main.Pid" }));

    [TestCase("111222333")]
    [TestCase("mm_1_2")]
    [TestCase("mm_1_2_3 ")]
    public void A_pid_is_whole(string pid) =>
        Assert.That(Paths(TaobaoScene.Account() with { Pid = pid, Positions = [] }, options => options), Is.EqualTo(new[] { "Accounts.main.Pid" }));

    [TestCase("mm_98000001_444555_111222333", TestName = "The general one")]
    [TestCase("mm_98000001_444555_1,mm_98000001_444556_1", 1, TestName = "One twice, though on another site")]
    [TestCase("mm_7_444555_1", TestName = "Another member's")]
    [TestCase("1", TestName = "No pid")]
    public void A_position_can_be_allotted(string positions, int wrong = 0) => Assert.That(
        Paths(TaobaoScene.Account() with { Positions = positions.Split(',') }, options => options), Is.EqualTo(new[] { $"Accounts.main.Positions[{wrong}]" }));

    [TestCase("r1", 0)]
    [TestCase("1,1", 1)]
    [TestCase("111222333", 0)]
    public void A_channel_is_a_number_of_its_own(string ids, int wrong) => Assert.That(
        Paths(TaobaoScene.Account() with { RelationIds = ids.Split(',') }, options => options), Is.EqualTo(new[] { $"Accounts.main.RelationIds[{wrong}]" }));

    [Test]
    public void Faults_hold_no_secret()
    {
        var faults = Faults(TaobaoScene.Account() with { AppSecret = TaobaoScene.Secret + "\n" }, options => options);

        Assert.That(faults.Select(fault => (fault.Path, fault.Value)), Is.EqualTo(new[] { ("Accounts.main.AppSecret", (string?)null) }));
    }

    private static IEnumerable<string> Paths(TaobaoAccount account, Func<TaobaoOptions, TaobaoOptions> change) => Faults(account, change).Select(fault => fault.Path);

    private static OptionFault[] Faults(TaobaoAccount account, Func<TaobaoOptions, TaobaoOptions> change) =>
        [.. TaobaoOptionsValidator.Validate(change(new TaobaoOptions { Accounts = new Dictionary<string, TaobaoAccount> { ["main"] = account } }))];
}
