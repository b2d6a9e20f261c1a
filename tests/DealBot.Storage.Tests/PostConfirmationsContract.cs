using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Storage.Tests;

/// <summary>Posts whose messages are tasks that a person has to confirm.</summary>
public abstract class PostConfirmationsContract : StorageContract
{
    private static readonly DateTimeOffset Due = Some.Morning;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly Phrase InClient = new("请在客户端确认", "confirm it in the client");
    private static readonly Phrase Cancelled = new("任务被取消", "the task was cancelled");

    private IPostConfirmations Confirmations => Stage.Confirmations;

    [Test]
    public async Task A_task_waits_with_its_id_reason_and_moment_and_the_post_with_it()
    {
        await TakeAsync(messages: 1);

        var task = (await Confirmations.ListAsync(default)).Single();

        Assert.That((task.PostId, task.Index, task.OwnerId, task.Adapter, task.Address), Is.EqualTo(("p1", 0, "li", "preview", "demo")));
        Assert.That((task.TaskId, task.Reason, task.Since, task.IsTold), Is.EqualTo(("task-0", InClient, Due.AddSeconds(1), false)));
        Assert.That(PostState(), Is.EqualTo("awaiting awaiting"));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM metrics_hourly"), Is.Zero, "nobody has seen it yet");
    }

    [TestCase(0)]
    [TestCase(30)]
    [TestCase(60 * 24)]
    public async Task What_waits_is_never_handed_over_again(int minutes)
    {
        await TakeAsync(messages: 1);
        await Stage.Recovery.EndLeasesAsync(default);

        Assert.That(await LeaseAsync(Due.AddMinutes(minutes)), Is.Empty);
        Assert.That(await Stage.Resends.ListAsync(Due.AddDays(-1), default), Is.Empty);
        Assert.That(PostState(), Is.EqualTo("awaiting awaiting"));
    }

    [Test]
    public async Task Messages_of_a_post_are_tasks_of_their_own_and_the_next_follows_at_once()
    {
        await PlanAsync(messages: 2);
        var leased = (await LeaseAsync()).Single();

        await TakeAsync(leased, 0);

        Assert.That(await Stage.Outbox.BeginSendAsync(leased, 1, Due, default), Is.True);
    }

    [Test]
    public async Task A_post_is_sent_when_its_last_task_is_confirmed_and_counted_in_that_hour()
    {
        await TakeAsync(messages: 2);
        var tasks = await Confirmations.ListAsync(default);

        Assert.That(await Confirmations.ConfirmAsync(tasks[0], Due.AddHours(1), default), Is.True);
        Assert.That(PostState(), Is.EqualTo("awaiting sent awaiting"));

        Assert.That(await Confirmations.ConfirmAsync(tasks[1], Due.AddHours(2), default), Is.True);
        Assert.That(PostState(), Is.EqualTo("sent sent sent"));
        Assert.That(Stage.One<long>("SELECT sent_at FROM posts"), Is.EqualTo(Due.AddHours(2).ToUnixTimeMilliseconds()));
        Assert.That(Stage.Query<string?>("SELECT reason_code FROM posts"), Is.EqualTo(new string?[] { null }));
        Assert.That((await Stage.Metrics.HourlyAsync(["mama-1"], Due, Due.AddDays(1), default)).Single().Hour, Is.EqualTo(Due.AddHours(2)));
    }

    [Test]
    public async Task An_answer_that_comes_twice_changes_nothing()
    {
        await TakeAsync(messages: 1);
        var task = (await Confirmations.ListAsync(default)).Single();
        await Confirmations.ConfirmAsync(task, Due.AddHours(1), default);

        Assert.That(await Confirmations.ConfirmAsync(task, Due.AddHours(1), default), Is.False);
        Assert.That(await Confirmations.EndAsync(task, Cancelled, default), Is.False);

        Assert.That(PostState(), Is.EqualTo("sent sent"));
        Assert.That(Stage.One<long>("SELECT posts FROM metrics_hourly"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_post_of_which_one_task_ended_has_failed_once_the_other_is_settled()
    {
        await TakeAsync(messages: 2);
        var tasks = await Confirmations.ListAsync(default);

        await Confirmations.EndAsync(tasks[0], Cancelled, default);
        Assert.That(PostState(), Is.EqualTo("awaiting failed awaiting"));

        await Confirmations.ConfirmAsync(tasks[1], Due.AddHours(1), default);
        Assert.That(PostState(), Is.EqualTo("failed failed sent"));
        Assert.That(Stage.One<string>("SELECT reason_en FROM posts"), Is.EqualTo(Cancelled.En));
    }

    [Test]
    public async Task What_ended_unconfirmed_can_be_sent_again_by_the_owner_and_what_was_confirmed_is_left_alone()
    {
        await TakeAsync(messages: 2);
        var tasks = await Confirmations.ListAsync(default);
        await Confirmations.ConfirmAsync(tasks[0], Due, default);
        await Confirmations.EndAsync(tasks[1], Cancelled, default);

        await Stage.Resends.ResendAsync((await Stage.Resends.FindAsync("p1", default))!, Due, Due.AddMinutes(20), default);

        Assert.That((await LeaseAsync()).Single().Messages.Select(message => message.Index), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_task_of_which_nobody_knows_any_more_is_unknown_and_looked_into()
    {
        await TakeAsync(messages: 1);

        await Confirmations.LoseAsync((await Confirmations.ListAsync(default)).Single(), Some.Phrase, default);

        Assert.That(PostState(), Is.EqualTo("unknown unknown"));
        Assert.That(await Stage.Recovery.UnknownAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_task_confirmed_while_its_post_is_still_being_sent_counts_when_the_post_is_complete()
    {
        await PlanAsync(messages: 2);
        var leased = (await LeaseAsync()).Single();
        await TakeAsync(leased, 0);
        await Confirmations.ConfirmAsync((await Confirmations.ListAsync(default)).Single(), Due, default);

        await TakeAsync(leased, 1);
        Assert.That(PostState(), Is.EqualTo("awaiting sent awaiting"));

        await Confirmations.ConfirmAsync((await Confirmations.ListAsync(default)).Single(), Due, default);
        Assert.That(PostState(), Is.EqualTo("sent sent sent"));
    }

    [Test]
    public async Task After_a_crash_during_the_second_task_the_first_still_waits_and_nothing_is_handed_over_again()
    {
        await PlanAsync(messages: 3);
        var leased = (await LeaseAsync()).Single();
        await TakeAsync(leased, 0);
        await Stage.Outbox.BeginSendAsync(leased, 1, Due, default);

        await Stage.Recovery.EndLeasesAsync(default);
        Assert.That(PostState(), Is.EqualTo("unknown awaiting unknown planned"));
        Assert.That(await LeaseAsync(), Is.Empty);

        await Confirmations.ConfirmAsync((await Confirmations.ListAsync(default)).Single(), Due, default);
        Assert.That(PostState(), Is.EqualTo("unknown sent unknown planned"));
    }

    [Test]
    public async Task After_a_crash_between_two_tasks_sending_goes_on_with_the_second()
    {
        await PlanAsync(messages: 2);
        await TakeAsync((await LeaseAsync()).Single(), 0);

        await Stage.Recovery.EndLeasesAsync(default);

        Assert.That((await LeaseAsync()).Single().Messages.Select(message => message.Index), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_late_answer_of_the_same_lease_says_that_an_unknown_message_is_a_task()
    {
        await PlanAsync(messages: 1);
        var leased = (await LeaseAsync()).Single();
        await Stage.Outbox.BeginSendAsync(leased, 0, Due, default);
        await Stage.Recovery.EndLeasesAsync(default);

        await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Awaiting("task-0", InClient), Due, default);

        Assert.That(PostState(), Is.EqualTo("awaiting awaiting"));
    }

    [Test]
    public async Task A_post_past_its_time_of_which_a_task_waits_has_failed_and_is_not_merely_skipped()
    {
        await PlanAsync(messages: 2);
        var leased = (await LeaseAsync()).Single();
        await TakeAsync(leased, 0);
        await Stage.Outbox.ReleaseAsync(leased, Due, default);

        await LeaseAsync(Due.AddMinutes(20));

        Assert.That(PostState(), Is.EqualTo("failed awaiting planned"));
    }

    [Test]
    public async Task The_owner_counts_as_told_until_another_post_waits()
    {
        await TakeAsync(messages: 1);
        await Confirmations.ToldAsync(["p1"], default);
        await TakeAsync(messages: 1, id: "p2");

        Assert.That((await Confirmations.ListAsync(default)).Select(task => (task.PostId, task.IsTold)), Is.EqualTo(new[] { ("p1", true), ("p2", false) }));
    }

    [Test]
    public async Task What_the_owner_confirmed_late_is_no_lateness_of_the_service()
    {
        await TakeAsync(messages: 1);
        await Confirmations.ConfirmAsync((await Confirmations.ListAsync(default)).Single(), Due.AddHours(5), default);

        Assert.That(await Stage.Metrics.DriftAsync(["mama-1"], Due.AddDays(-1), Due.AddDays(1), default), Is.Null);
    }

    private async Task TakeAsync(int messages, string id = "p1")
    {
        await PlanAsync(messages, id);
        var leased = (await LeaseAsync()).Single();
        for (var index = 0; index < messages; index++)
        {
            await TakeAsync(leased, index);
        }
    }

    private async Task TakeAsync(LeasedPost leased, int index)
    {
        Assert.That(await Stage.Outbox.BeginSendAsync(leased, index, Due, default), Is.True);
        await Stage.Outbox.RecordAsync(leased, index, new MessageOutcome.Awaiting($"task-{index}", InClient), Due.AddSeconds(1), default);
    }

    private Task PlanAsync(int messages, string id = "p1") =>
        Stage.Outbox.PlanAsync(Some.Post(id) with { Messages = [.. Enumerable.Range(0, messages).Select(n => StoredMessage.OfText($"text {n}"))] }, default);

    private Task<IReadOnlyList<LeasedPost>> LeaseAsync(DateTimeOffset? now = null) => Stage.Outbox.LeaseDueAsync(now ?? Due, Lease, 8, default);

    /// <summary>The state of the post and of each of its messages.</summary>
    private string PostState() => string.Join(' ', Stage.Query<string>(
        "SELECT state FROM posts WHERE post_id = 'p1' UNION ALL SELECT * FROM (SELECT state FROM messages WHERE post_id = 'p1' ORDER BY idx)"));
}
