using DealBot.Core.Groups;
using DealBot.Core.Posting;

namespace DealBot.Storage.Tests;

/// <summary>Pauses of groups.</summary>
public abstract class PauseStoreContract : StorageContract
{
    private static readonly DateTimeOffset At = Some.Morning;

    private IPauseStore Pauses => Stage.Pauses;

    private async Task<IReadOnlyList<string>> LeaseAsync(DateTimeOffset now) =>
        [.. (await Stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 8, default)).Select(post => post.PostId)];

    [Test]
    public async Task Pause_is_kept_until_it_is_over()
    {
        var pause = new GroupPause("mama-1", At, At.AddHours(2));
        await Pauses.PauseAsync(pause, default);
        await Pauses.PauseAsync(new GroupPause("mama-2", At, null), default);

        Assert.That((await Pauses.ListAsync(At.AddHours(1), default))["mama-1"], Is.EqualTo(pause));
        Assert.That((await Pauses.ListAsync(At.AddHours(2), default)).Keys, Is.EqualTo(new[] { "mama-2" }));
    }

    [Test]
    public async Task What_was_said_last_holds_in_whatever_order_it_comes()
    {
        await Pauses.PauseAsync(new GroupPause("mama-1", At, null), default);
        Assert.That(await Pauses.ResumeAsync("mama-1", At.AddMinutes(2), default), Is.True);
        await Pauses.PauseAsync(new GroupPause("mama-1", At.AddMinutes(1), null), default);
        Assert.That(await Pauses.ListAsync(At.AddMinutes(3), default), Is.Empty);

        await Pauses.PauseAsync(new GroupPause("mama-1", At.AddMinutes(4), null), default);
        Assert.That(await Pauses.ResumeAsync("mama-1", At.AddMinutes(3), default), Is.False);
        Assert.That(await Pauses.ListAsync(At.AddMinutes(5), default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Pause_that_is_over_is_remembered_for_as_long_as_it_held()
    {
        await Pauses.PauseAsync(new GroupPause("over", At, At.AddMinutes(10)), default);
        await Pauses.PauseAsync(new GroupPause("ended", At, At.AddHours(2)), default);
        await Pauses.ResumeAsync("ended", At.AddMinutes(20), default);
        await Pauses.ResumeAsync("over", At.AddMinutes(30), default);
        await Pauses.ResumeAsync("never", At, default);
        await Pauses.PauseAsync(new GroupPause("holds", At, null), default);

        var since = await Pauses.SinceAsync(At.AddMinutes(5), default);

        Assert.That(since.Values.OrderBy(pause => pause.GroupId), Is.EqualTo(new[]
        {
            new GroupPause("ended", At, At.AddMinutes(20)), new GroupPause("holds", At, null), new GroupPause("over", At, At.AddMinutes(10)),
        }));
        Assert.That((await Pauses.SinceAsync(At.AddMinutes(20), default)).Keys, Is.EqualTo(new[] { "holds" }));
    }

    [Test]
    public async Task Post_that_was_prepared_before_a_pause_waits_for_its_end()
    {
        await Stage.Outbox.PlanAsync(Some.Post("p1", At), default);
        await Stage.Outbox.PlanAsync(Some.Post("by-hand", At) with { Kind = PostKind.Manual }, default);
        await Pauses.PauseAsync(new GroupPause("mama-1", At, null), default);

        Assert.That(await LeaseAsync(At), Is.EqualTo(new[] { "by-hand" }));

        await Pauses.ResumeAsync("mama-1", At.AddMinutes(5), default);
        Assert.That(await LeaseAsync(At.AddMinutes(5)), Does.Contain("p1"));
    }

    [Test]
    public async Task Post_that_a_pause_keeps_beyond_its_time_is_on_record_as_paused_and_one_sent_in_part_is_seen_to_its_end()
    {
        await Stage.Outbox.PlanAsync(Some.Post("whole", At) with { Address = "a" }, default);
        await Stage.Outbox.PlanAsync(Some.Post("part", At) with { Address = "b", Messages = [StoredMessage.OfText("1"), StoredMessage.OfText("2")] }, default);
        foreach (var leased in await Stage.Outbox.LeaseDueAsync(At, TimeSpan.FromMinutes(2), 8, default))
        {
            if (leased.PostId == "part")
            {
                await Stage.Outbox.BeginSendAsync(leased, 0, At, default);
                await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), At, default);
            }

            await Stage.Outbox.ReleaseAsync(leased, At.AddMinutes(1), default);
        }

        await Pauses.PauseAsync(new GroupPause("mama-1", At, null), default);

        Assert.That(await LeaseAsync(At.AddMinutes(1)), Is.EqualTo(new[] { "part" }));
        await LeaseAsync(At.AddMinutes(30));
        Assert.That(Stage.Query<string>("SELECT state || ' ' || reason_code FROM posts WHERE post_id = 'whole'"), Is.EqualTo(new[] { "skipped paused" }));
    }

    [Test]
    public async Task Ending_what_does_not_hold_says_so()
    {
        await Pauses.PauseAsync(new GroupPause("mama-1", At, At.AddMinutes(1)), default);

        Assert.That(await Pauses.ResumeAsync("mama-1", At.AddMinutes(2), default), Is.False);
        Assert.That(await Pauses.ResumeAsync("mama-2", At, default), Is.False);
    }
}
