using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

public abstract class PositionStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task Positions_are_given_in_the_owner_s_order_and_kept()
    {
        Assert.That(await AllotAsync("a", Now), Is.EqualTo("30"));
        Assert.That(await AllotAsync("b", Now), Is.EqualTo("10"));
        Assert.That(await AllotAsync("a", Now.AddDays(400)), Is.EqualTo("30"));
        Assert.That(await Stage.Positions.ListAsync(default), Is.EquivalentTo(new[]
        {
            new PositionAllotment("jd", "main", "30", "a", Now.ToUniversalTime(), null), new PositionAllotment("jd", "main", "10", "b", Now.ToUniversalTime(), null),
        }));
    }

    [Test]
    public async Task Groups_that_ask_at_once_get_one_position_each_and_none_gets_two()
    {
        string[] groups = ["a", "b", "c", "d"];
        var asked = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
            (Group: groups[number % 4], Position: await Stage.Positions.AllotAsync(Wish(groups[number % 4], Now), default)))));

        var byGroup = asked.Distinct().ToList();
        Assert.That(byGroup, Has.Count.EqualTo(4), "each group is always given the same answer");
        Assert.That(byGroup.Where(pair => pair.Position is not null).Select(pair => pair.Position), Is.EquivalentTo(new[] { "30", "10", "20" }));
    }

    [Test]
    public async Task Accounts_and_networks_have_positions_of_their_own()
    {
        await AllotAsync("a", Now);

        Assert.That(await Stage.Positions.AllotAsync(Wish("b", Now) with { Account = "second" }, default), Is.EqualTo("30"));
        Assert.That(await Stage.Positions.AllotAsync(Wish("b", Now) with { Network = "pdd" }, default), Is.EqualTo("30"));
    }

    [Test]
    public async Task What_is_given_up_goes_to_another_group_after_the_quarantine_and_what_was_never_used_goes_first()
    {
        await AllotAsync("a", Now);
        await AllotAsync("b", Now);

        // Group a is gone from now on.
        Assert.That(await AllotAsync("c", Now.AddDays(1), without: "a"), Is.EqualTo("20"));
        Assert.That(await AllotAsync("d", Now.AddDays(90), without: "a"), Is.Null);
        Assert.That(await AllotAsync("d", Now.AddDays(91), without: "a"), Is.EqualTo("30"));
    }

    [Test]
    public async Task A_group_that_comes_back_has_its_position_again_unless_somebody_else_has_it()
    {
        await AllotAsync("a", Now);
        await AllotAsync("b", Now.AddDays(1), without: "a");

        Assert.That(await AllotAsync("a", Now.AddDays(2)), Is.EqualTo("30"));
        await AllotAsync("c", Now.AddDays(3), without: "a");
        await AllotAsync("d", Now.AddDays(200), without: "a");
        Assert.That(await AllotAsync("a", Now.AddDays(201)), Is.Null);
    }

    [Test]
    public async Task A_clock_set_back_ends_no_allotment_before_it_began()
    {
        await AllotAsync("a", Now);
        await AllotAsync("b", Now.AddDays(-3), without: "a");

        Assert.That((await Stage.Positions.ListAsync(default)).Single(allotment => allotment.GroupId == "a").Until, Is.EqualTo(Now));
    }

    private Task<string?> AllotAsync(string group, DateTimeOffset now, string? without = null) =>
        Stage.Positions.AllotAsync(Wish(group, now) with { Holders = [.. new[] { "a", "b", "c", "d" }.Where(one => one != without)] }, default);

    private static PositionWish Wish(string group, DateTimeOffset now) => new()
    {
        Network = "jd",
        Account = "main",
        GroupId = group,
        Positions = ["30", "10", "20"],
        Holders = ["a", "b", "c", "d"],
        Now = now,
        GivenUpBy = now.AddDays(-90),
    };
}
