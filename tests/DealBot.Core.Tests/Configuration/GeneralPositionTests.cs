using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Configuration;

/// <summary>Which group may have an account's general position (3000 here) for its own.</summary>
public sealed class GeneralPositionTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new ConfigFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_group_cannot_have_the_position_that_links_of_other_groups_carry()
    {
        Give("mama-2", "3000");

        var fault = _folder.Load().Faults.Single();

        Assert.That((fault.File, fault.Path, fault.Value), Is.EqualTo((GroupsFile.Name, "$.groups[1].positions.jd", "3000")));
        Assert.That(fault.Problem.Zh, Does.Contain("jd/main").And.Contain("mama-1").And.Contain("算给 mama-2"));
        Assert.That(fault.Remedy.En, Does.Contain("create another position"));
    }

    [Test]
    public void It_can_where_every_other_group_has_one_of_its_own()
    {
        Give("mama-1", "3001");
        Give("mama-2", "3000");

        Assert.That(_folder.Load().Faults, Is.Empty);
    }

    [Test]
    public void A_position_of_the_same_number_of_another_network_is_none_of_it()
    {
        _folder.Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": { \"pdd\": \"3000\" }, \"id\": \"mama-2\"");

        Assert.That(_folder.Load().Faults, Is.Empty);
    }

    private void Give(string group, string position) =>
        _folder.Edit(GroupsFile.Name, $"\"id\": \"{group}\"", $"\"positions\": {{ \"jd\": \"{position}\" }}, \"id\": \"{group}\"");
}
