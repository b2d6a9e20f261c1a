using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>Posts that an owner has sent again.</summary>
public abstract class PostResendsContract : StorageContract
{
    private static readonly DateTimeOffset Due = Some.Morning;
    private static readonly DateTimeOffset Later = Due.AddHours(3);

    [Test]
    public async Task An_unknown_post_is_planned_again_from_the_message_in_question_on_and_fresh()
    {
        await UnknownAsync();

        Assert.That(await ResendAsync(), Is.True);

        Assert.That((await LeaseAsync(Later.AddMinutes(19))).Single().Messages.Select(message => (message.Index, message.Attempts)), Is.EqualTo(new[] { (1, 0), (2, 0) }));
        Assert.That(Stage.One<long>("SELECT resends FROM posts"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_failed_post_and_a_stale_one_are_planned_again()
    {
        await Stage.Outbox.PlanAsync(Some.Post("failed"), default);
        await Stage.Outbox.PlanAsync(Some.Post("stale"), default);
        var leased = (await LeaseAsync(Due)).Single(post => post.PostId == "failed");
        await Stage.Outbox.BeginSendAsync(leased, 0, Due, default);
        await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Failed(Some.Phrase), Due, default);
        await Stage.Recovery.EndLeasesAsync(default);
        await LeaseAsync(Due.AddMinutes(20));

        Assert.That(await ResendAsync("failed"), Is.True);
        Assert.That(await ResendAsync("stale"), Is.True);

        Assert.That(await LeaseAsync(Later), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Of_two_calls_at_once_one_sends_it_again()
    {
        await UnknownAsync();
        var post = await FindAsync("p1");

        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Stage.Resends.ResendAsync(post, Later, Later.AddMinutes(20), default))));

        Assert.That(done.Count(won => won), Is.EqualTo(1));
        Assert.That(Stage.One<long>("SELECT resends FROM posts"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_call_that_read_the_post_before_it_was_sent_again_and_failed_again_does_nothing()
    {
        await UnknownAsync();
        var post = await FindAsync("p1");
        await ResendAsync();
        var leased = (await LeaseAsync(Later)).Single();
        await Stage.Outbox.BeginSendAsync(leased, 1, Later, default);
        await Stage.Outbox.RecordAsync(leased, 1, new MessageOutcome.Unknown(Some.Phrase), Later, default);

        Assert.That(await Stage.Resends.ResendAsync(post, Later, Later.AddMinutes(20), default), Is.False);
    }

    [Test]
    public async Task A_slot_that_was_never_made_has_nothing_to_send_again()
    {
        var slot = Some.Slot();
        await Stage.Outbox.SkipAsync(new SkippedPost(slot, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None), default);

        Assert.That((await FindAsync(slot.PostId)).CanBeResent, Is.False);
        Assert.That(await ResendAsync(slot.PostId), Is.False);
    }

    [Test]
    public async Task A_sent_post_is_complete_and_counted_once_after_it_was_sent_again()
    {
        await UnknownAsync();
        await ResendAsync();
        var leased = (await LeaseAsync(Later)).Single();
        foreach (var message in leased.Messages)
        {
            await Stage.Outbox.BeginSendAsync(leased, message.Index, Later, default);
            await Stage.Outbox.RecordAsync(leased, message.Index, new MessageOutcome.Sent(null), Later, default);
        }

        Assert.That((await FindAsync("p1")).State, Is.EqualTo(PostState.Sent));
        Assert.That(Stage.One<long>("SELECT SUM(posts) FROM metrics_hourly"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_can_be_sent_again_is_listed_with_what_is_left_of_it()
    {
        await UnknownAsync();
        await Stage.Outbox.PlanAsync(Some.Post("waiting", Later), default);

        var listed = (await Stage.Resends.ListAsync(Due.AddDays(-1), default)).Single();

        Assert.That((listed.PostId, listed.State, listed.Resends), Is.EqualTo(("p1", PostState.Unknown, 0L)));
        Assert.That(listed.Unsent.Select(message => message.Text), Is.EqualTo(new[] { "two", "three" }));
        Assert.That(listed.Reason, Is.EqualTo(Some.Phrase));
        Assert.That(await Stage.Resends.ListAsync(Due.AddMinutes(1), default), Is.Empty);
        Assert.That(await Stage.Resends.FindAsync("nobody", default), Is.Null);
    }

    private async Task UnknownAsync()
    {
        await Stage.Outbox.PlanAsync(Some.Post() with { Messages = [StoredMessage.OfText("one"), StoredMessage.OfText("two"), StoredMessage.OfText("three")] }, default);
        var leased = (await LeaseAsync(Due)).Single();
        await Stage.Outbox.BeginSendAsync(leased, 0, Due, default);
        await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due, default);
        await Stage.Outbox.BeginSendAsync(leased, 1, Due, default);
        await Stage.Outbox.RecordAsync(leased, 1, new MessageOutcome.Unknown(Some.Phrase), Due, default);
    }

    private async Task<bool> ResendAsync(string postId = "p1") => await Stage.Resends.ResendAsync(await FindAsync(postId), Later, Later.AddMinutes(20), default);

    private async Task<ResendablePost> FindAsync(string postId) => (await Stage.Resends.FindAsync(postId, default))!;

    private Task<IReadOnlyList<LeasedPost>> LeaseAsync(DateTimeOffset now) => Stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 8, default);
}
