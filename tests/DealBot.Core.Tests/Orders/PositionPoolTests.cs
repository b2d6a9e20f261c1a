using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Orders;

/// <summary>Which position a group's links carry, on a real database.</summary>
public sealed class PositionPoolTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new PostingStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task The_owner_s_own_choice_wins()
    {
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"positions\": { \"jd\": \"9001\" }, \"id\": \"mama-1\"");

        Assert.That(await ForAsync("mama-1", Network("3001")), Is.EqualTo("9001"));
        Assert.That(_stage.Query<string>("SELECT position FROM position_allotments"), Is.Empty);
    }

    [Test]
    public async Task A_position_that_the_owner_chose_for_a_group_is_allotted_to_no_other()
    {
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"positions\": { \"jd\": \"3001\" }, \"id\": \"mama-1\"");

        Assert.That(await ForAsync("mama-2", Network("3001", "3002")), Is.EqualTo("3002"));
    }

    [Test]
    public async Task Where_sub_ids_are_granted_no_position_is_used_up()
    {
        Assert.That(await ForAsync("mama-1", new FakeNetwork { Positions = ["3001"] }), Is.Null);
        Assert.That(_stage.Query<string>("SELECT position FROM position_allotments"), Is.Empty);
    }

    [Test]
    public async Task Without_a_pool_the_account_s_general_position_is_left_to_the_network_and_nobody_is_told()
    {
        Assert.That(await ForAsync("mama-1", Network()), Is.Null);
        Assert.That(_stage.Told.Notices, Is.Empty);
    }

    [Test]
    public async Task Each_group_gets_a_position_of_its_own_and_keeps_it_over_restarts()
    {
        var network = Network("3001", "3002");

        Assert.That(await ForAsync("mama-2", network), Is.EqualTo("3001"));
        Assert.That(await ForAsync("mama-1", network), Is.EqualTo("3002"));
        Assert.That(await _stage.Positions.ForAsync(network, Group("mama-2"), default), Is.EqualTo("3001"));
    }

    [Test]
    public async Task When_the_pool_is_exhausted_the_owner_is_told_how_many_are_missing_once_a_day()
    {
        var (network, pool) = (Network("3001"), _stage.Positions);
        await pool.ForAsync(network, Group("mama-1"), default);

        for (var post = 0; post < 3; post++)
        {
            Assert.That(await pool.ForAsync(network, Group("mama-2"), default), Is.Null);
        }

        var notice = _stage.Told.Notices.Single();
        Assert.That((notice.OwnerId, notice.Kind, notice.Subject), Is.EqualTo(("li", PositionPool.Exhausted, "jd/main")));
        Assert.That(notice.Text.Zh, Does.Contain("还有 1 个群").And.Contain("Positions"));
        _stage.Clock.Advance(TimeSpan.FromDays(1));
        await pool.ForAsync(network, Group("mama-2"), default);
        Assert.That(_stage.Told.Notices, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_deleted_group_s_position_is_another_s_only_after_the_quarantine()
    {
        var network = Network("3001");
        await ForAsync("mama-1", network);
        var remaining = Group("mama-2");
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"id\": \"mama-9\"");
        _stage.Configuration.Refresh();

        var before = await _stage.Positions.ForAsync(network, remaining, default);
        _stage.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        var within = await _stage.Positions.ForAsync(network, remaining, default);
        _stage.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await _stage.Positions.ForAsync(network, remaining, default);

        Assert.That((before, within, after), Is.EqualTo(((string?)null, (string?)null, "3001")));
    }

    [Test]
    public async Task A_group_that_comes_back_within_the_quarantine_has_its_position_again()
    {
        var network = Network("3001", "3002");
        var first = Group("mama-1");
        await ForAsync("mama-1", network);
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"id\": \"mama-9\"");
        _stage.Configuration.Refresh();
        await ForAsync("mama-2", network);

        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-9\"", "\"id\": \"mama-1\"");
        _stage.Configuration.Refresh();

        Assert.That(await _stage.Positions.ForAsync(network, first, default), Is.EqualTo("3001"));
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM position_allotments"), Is.EqualTo(new[] { 2L }));
    }

    [Test]
    public async Task A_position_that_the_account_no_longer_has_is_replaced()
    {
        await ForAsync("mama-1", Network("3001"));

        Assert.That(await ForAsync("mama-1", Network("3002")), Is.EqualTo("3002"));
        Assert.That(_stage.Query<string>("SELECT position FROM position_allotments WHERE until_at IS NULL"), Is.EqualTo(new[] { "3002" }));
    }

    [Test]
    public async Task A_link_goes_out_with_the_allotted_position_and_its_order_comes_back_to_the_group()
    {
        var network = Network("3001", "3002");
        await ForAsync("mama-2", network);
        var position = await ForAsync("mama-1", network);
        var order = Some.Order(orderedAt: _stage.Clock.Now.AddMinutes(5)) with { Tracking = new Tracking(null, position) };

        var holder = await new PositionHolders(new Storage.PositionStore(_stage.Database), _stage.Clock).HolderAsync("jd", "main", order.Tracking.PositionId!, order.OrderedAt, default);

        Assert.That(holder, Is.EqualTo("mama-1"));
    }

    private static FakeNetwork Network(params string[] positions) => new() { Limits = new NetworkLimits(TimeSpan.FromHours(1), TimeSpan.FromDays(30)), Positions = positions };

    private Group Group(string id) => _stage.Configuration.Current.FindGroup(id)!;

    private async Task<string?> ForAsync(string group, FakeNetwork network) => await _stage.Positions.ForAsync(network, Group(group), default);
}
