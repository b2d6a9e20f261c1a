using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

public sealed class BlockedNetworkTests
{
    private static readonly Surroundings WeChat = ConfigFolder.Surroundings with { BlockedNetworks = (adapter, address) => (adapter, address) is ("preview", "demo") ? ["taobao"] : [] };

    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new ConfigFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void What_a_group_does_not_say_its_adapter_knows() =>
        Assert.That(Groups().Select(group => (group.Blocks("taobao"), group.Blocks("jd"))), Is.EqualTo(new[] { (true, false), (false, false) }));

    [TestCase("[]", false, false)]
    [TestCase("[\"jd\"]", false, true)]
    public void What_a_group_says_wins(string networks, bool taobao, bool jd)
    {
        _folder.Edit(GroupsFile.Name, "\"id\": \"mama-1\",", $"\"id\": \"mama-1\", \"blockedNetworks\": {networks},");

        Assert.That((Groups()[0].Blocks("taobao"), Groups()[0].Blocks("jd")), Is.EqualTo((taobao, jd)));
    }

    [Test]
    public void A_network_that_there_is_not_is_named_with_its_place()
    {
        _folder.Edit(GroupsFile.Name, "\"id\": \"mama-2\",", "\"id\": \"mama-2\", \"blockedNetworks\": [\"jd\", \"taobo\"],");

        var fault = ConfigurationLoader.Load(_folder.Path, WeChat).Faults.Single();

        Assert.That((fault.File, fault.Path, fault.Value), Is.EqualTo((GroupsFile.Name, "$.groups[1].blockedNetworks[1]", "taobo")));
        Assert.That(fault.Remedy.Zh, Does.Contain("taobao"));
    }

    private IReadOnlyList<Group> Groups() => ConfigurationLoader.Load(_folder.Path, WeChat).Configuration!.Groups;
}
