using DealBot.Core.Bot;
using DealBot.Core.Groups;

namespace DealBot.Storage.Tests;

/// <summary>Members of groups by day.</summary>
public abstract class MemberStoreContract : StorageContract
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Test]
    public async Task Count_of_a_day_is_kept_and_a_later_one_replaces_it()
    {
        await Stage.Members.CountAsync("mama-1", Day, 480, default);
        await Stage.Members.CountAsync("mama-1", Day, 482, default);

        Assert.That(await Stage.Members.ReadAsync(["mama-1"], Day, Day, default), Is.EqualTo(new[] { new MemberDay("mama-1", Day, 482, 0, 0) }));
    }

    [Test]
    public async Task Who_came_and_left_is_added_up_beside_the_count()
    {
        await Count("a", joined: 3);
        await Stage.Members.CountAsync("mama-1", Day, 480, default);
        await Count("b", gone: 1);

        Assert.That(await Stage.Members.ReadAsync(["mama-1"], Day, Day, default), Is.EqualTo(new[] { new MemberDay("mama-1", Day, 480, 3, 1) }));
    }

    [Test]
    public async Task Event_that_comes_again_is_counted_once()
    {
        Assert.That(await Count("a", joined: 3), Is.True);
        Assert.That(await Count("a", joined: 3), Is.False);

        Assert.That((await Stage.Members.ReadAsync(["mama-1"], Day, Day, default)).Single().Joined, Is.EqualTo(3));
    }

    [Test]
    public async Task Only_the_days_and_groups_asked_for_are_read()
    {
        foreach (var (group, offset) in new[] { ("mama-1", -1), ("mama-1", 0), ("mama-1", 1), ("mama-2", 0) })
        {
            await Stage.Members.CountAsync(group, Day.AddDays(offset), 1, default);
        }

        Assert.That((await Stage.Members.ReadAsync(["mama-1"], Day, Day.AddDays(1), default)).Select(day => day.Day), Is.EqualTo(new[] { Day, Day.AddDays(1) }));
        Assert.That(await Stage.Members.ReadAsync([], Day, Day, default), Is.Empty);
    }

    private Task<bool> Count(string id, int joined = 0, int gone = 0) =>
        Stage.Inbox.CountAsync(new ChatKey("onebot", "room", id), Some.Morning, [("mama-1", Day)], joined, gone, default);
}
