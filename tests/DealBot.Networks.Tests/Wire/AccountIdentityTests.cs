using DealBot.Contracts;
using DealBot.Networks.Jd;
using DealBot.Networks.Pdd;
using DealBot.Networks.Suning;
using DealBot.Networks.Taobao;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Wire;

/// <summary>Two accounts of the settings that are one at the network would bring each order twice.</summary>
public sealed class AccountIdentityTests
{
    [TestCase("key", "2", "AppKey")]
    [TestCase("other", "1", "UnionId")]
    [TestCase("other", "2", null)]
    public void Jd_knows_an_account_by_application_and_union(string key, string union, string? fault) =>
        Expect(fault, JdOptionsValidator.Validate(new JdOptions { Accounts = Two(Jd("key", "1"), Jd(key, union)) }));

    [Test]
    public void An_application_may_act_for_several_members_by_their_tokens()
    {
        Expect(null, JdOptionsValidator.Validate(new JdOptions { Accounts = Two(Jd("key", "1") with { AccessToken = "a" }, Jd("key", "2") with { AccessToken = "b" }) }));
        Expect(null, VipOptionsValidator.Validate(new VipOptions { Accounts = Two(Vip("key", "tag1", "u1") with { AccessToken = "a" }, Vip("key", "tag2", null) with { AccessToken = "b" }) }));
        Expect("AppKey", JdOptionsValidator.Validate(new JdOptions { Accounts = Two(Jd("key", "1") with { AccessToken = "a" }, Jd("key", "2") with { AccessToken = "a" }) }));
    }

    [TestCase("client", "22_7", "ClientId")]
    [TestCase("other", "11_7", "Pid")]
    [TestCase("other", "22_7", null)]
    public void Pinduoduo_knows_an_account_by_application_and_member(string client, string pid, string? fault) =>
        Expect(fault, PddOptionsValidator.Validate(new PddOptions { Accounts = Two(Pdd("client", "11_5"), Pdd(client, pid)) }));

    [TestCase("1", "mm_8_2_3", "AppKey")]
    [TestCase("2", "mm_1_9_9", "Pid")]
    [TestCase("2", "mm_8_2_3", null)]
    public void Taobao_knows_an_account_by_application_and_member(string key, string pid, string? fault) =>
        Expect(fault, TaobaoOptionsValidator.Validate(new TaobaoOptions { Accounts = Two(Taobao("1", "mm_1_2_3"), Taobao(key, pid)) }));

    [TestCase("key", "tag2", null, "AppKey")]
    [TestCase("other", "tag1", null, "ChanTag")]
    [TestCase("other", "tag2", "u1", "UnionCode")]
    [TestCase("other", "tag2", null, null)]
    public void Vipshop_knows_an_account_by_application_position_and_code(string key, string tag, string? code, string? fault) =>
        Expect(fault, VipOptionsValidator.Validate(new VipOptions { Accounts = Two(Vip("key", "tag1", "u1"), Vip(key, tag, code)) }));

    [TestCase("key", "2", "AppKey")]
    [TestCase("other", "1", "UserId")]
    [TestCase("other", "2", null)]
    public void Suning_knows_an_account_by_application_and_promoter(string key, string user, string? fault) =>
        Expect(fault, SuningOptionsValidator.Validate(new SuningOptions { Accounts = Two(Suning("key", "1"), Suning(key, user)) }));

    private static void Expect(string? setting, IEnumerable<OptionFault> faults)
    {
        var found = faults.ToList();

        Assert.That(found.Select(fault => fault.Path), Is.EqualTo(setting is null ? Array.Empty<string>() : [$"Accounts.second.{setting}"]));
        Assert.That(found.Select(fault => fault.Value), Is.All.Null, "a secret may have been written in the wrong place");
        Assert.That(found.Select(fault => fault.Problem.En), Is.All.Contain("the same account of the network as main"));
    }

    private static Dictionary<string, T> Two<T>(T main, T second) => new() { ["second"] = second, ["main"] = main };

    private static JdAccount Jd(string key, string union) => new() { AppKey = key, AppSecret = "s", UnionId = union, SiteId = "5" };

    private static PddAccount Pdd(string client, string pid) => new() { ClientId = client, ClientSecret = "s", Pid = pid };

    private static TaobaoAccount Taobao(string key, string pid) => new() { AppKey = key, AppSecret = "s", Pid = pid };

    private static VipAccount Vip(string key, string tag, string? code) => new() { AppKey = key, AppSecret = "s", ChanTag = tag, UnionCode = code };

    private static SuningAccount Suning(string key, string user) => new() { AppKey = key, AppSecret = "s", UserId = user, AdBookId = "1" };
}
