using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Storage.Tests;

/// <summary>What is put right after a crash, at every point of a post of three messages.</summary>
public abstract class PostRecoveryContract : StorageContract
{
    private static readonly DateTimeOffset Due = Some.Morning;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Test]
    public async Task After_a_crash_before_a_message_is_begun_sending_goes_on_with_that_message([Range(0, 2)] int reached)
    {
        await SendAsync(reached, begun: false);

        await Stage.Recovery.EndLeasesAsync(default);

        var left = (await LeaseAsync()).Single().Messages.Select(message => message.Index);
        Assert.That(left, Is.EqualTo(Enumerable.Range(reached, 3 - reached)));
    }

    [Test]
    public async Task After_a_crash_during_a_message_it_is_unknown_those_before_are_sent_and_the_rest_waits([Range(0, 2)] int reached)
    {
        await SendAsync(reached, begun: true);

        await Stage.Recovery.EndLeasesAsync(default);

        Assert.That(States(), Is.EqualTo(Enumerable.Repeat("sent", reached).Append("unknown").Concat(Enumerable.Repeat("planned", 2 - reached))));
        Assert.That(await LeaseAsync(), Is.Empty);
        var unknown = (await Stage.Recovery.UnknownAsync(default)).Single();
        Assert.That((unknown.Index, unknown.Message.Text, unknown.Words), Is.EqualTo((reached, $"text {reached}", "text 0")));
    }

    [Test]
    public async Task A_message_proved_to_be_there_counts_as_sent_and_the_rest_follows([Range(0, 2)] int reached)
    {
        var unknown = await CrashAsync(reached);

        Assert.That(await Stage.Recovery.SettleAsync(unknown, new DeliveryProof.Delivered("id-1"), Due, default), Is.True);

        Assert.That(Stage.One<string>("SELECT platform_id FROM messages WHERE state = 'sent' AND platform_id IS NOT NULL"), Is.EqualTo("id-1"));
        Assert.That((await LeaseAsync()).SelectMany(post => post.Messages).Select(message => message.Index), Is.EqualTo(Enumerable.Range(reached + 1, 2 - reached)));
        Assert.That(Stage.Query<long>("SELECT posts FROM metrics_hourly"), Has.Count.EqualTo(reached == 2 ? 1 : 0), "counted once, when it is complete");
    }

    [Test]
    public async Task A_message_proved_not_to_be_there_is_sent_again([Range(0, 2)] int reached)
    {
        var unknown = await CrashAsync(reached);

        await Stage.Recovery.SettleAsync(unknown, new DeliveryProof.NotDelivered(), Due, default);

        Assert.That((await LeaseAsync()).Single().Messages.Select(message => message.Index), Is.EqualTo(Enumerable.Range(reached, 3 - reached)));
    }

    [Test]
    public async Task A_proof_that_proves_nothing_changes_nothing()
    {
        var unknown = await CrashAsync(0);

        Assert.That(await Stage.Recovery.SettleAsync(unknown, new DeliveryProof.Unknowable(), Due, default), Is.False);

        Assert.That(Stage.One<string>("SELECT state FROM posts"), Is.EqualTo("unknown"));
    }

    [Test]
    public async Task A_post_is_looked_into_once_and_again_if_it_becomes_unknown_again()
    {
        var unknown = await CrashAsync(0);
        await Stage.Recovery.ReviewedAsync(unknown.PostId, default);
        Assert.That(await Stage.Recovery.UnknownAsync(default), Is.Empty);

        await Stage.Resends.ResendAsync((await Stage.Resends.FindAsync(unknown.PostId, default))!, Due, Due.AddMinutes(20), default);
        var leased = (await LeaseAsync()).Single();
        await Stage.Outbox.BeginSendAsync(leased, 0, Due, default);
        await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Unknown(Some.Phrase), Due, default);

        Assert.That(await Stage.Recovery.UnknownAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_late_answer_of_the_same_lease_settles_an_unknown_post()
    {
        await Stage.Outbox.PlanAsync(Post(), default);
        var leased = (await LeaseAsync()).Single();
        await Stage.Outbox.BeginSendAsync(leased, 0, Due, default);
        await LeaseAsync(Due + Lease);

        await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due + Lease, default);

        Assert.That((await LeaseAsync(Due + Lease)).Single().Messages.Select(message => message.Index), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task A_late_answer_does_not_touch_a_post_that_is_being_sent_again()
    {
        await Stage.Outbox.PlanAsync(Post(), default);
        var first = (await LeaseAsync()).Single();
        await Stage.Outbox.BeginSendAsync(first, 0, Due, default);
        await Stage.Recovery.EndLeasesAsync(default);
        await Stage.Resends.ResendAsync((await Stage.Resends.FindAsync("p1", default))!, Due, Due.AddMinutes(20), default);
        var second = (await LeaseAsync()).Single();
        await Stage.Outbox.BeginSendAsync(second, 0, Due, default);

        await Stage.Outbox.RecordAsync(first, 0, new MessageOutcome.Failed(Some.Phrase), Due, default);

        Assert.That(States(), Is.EqualTo(new[] { "sending", "planned", "planned" }));
    }

    [Test]
    public async Task A_send_that_began_at_the_end_of_its_lease_has_its_full_time_for_the_answer()
    {
        await Stage.Outbox.PlanAsync(Post(), default);
        var leased = (await LeaseAsync()).Single();
        await Stage.Outbox.BeginSendAsync(leased, 0, Due + Lease - TimeSpan.FromSeconds(1), default);

        await LeaseAsync(Due + Lease + TimeSpan.FromSeconds(30));

        Assert.That(States()[0], Is.EqualTo("sending"));
    }

    private static PlannedPost Post() => Some.Post() with { Messages = [.. Enumerable.Range(0, 3).Select(n => StoredMessage.OfText($"text {n}"))] };

    /// <summary>Sends the messages before one, and begins that one if asked to. Then the host dies.</summary>
    private async Task SendAsync(int reached, bool begun)
    {
        await Stage.Outbox.PlanAsync(Post(), default);
        var leased = (await LeaseAsync()).Single();
        for (var index = 0; index < reached; index++)
        {
            await Stage.Outbox.BeginSendAsync(leased, index, Due, default);
            await Stage.Outbox.RecordAsync(leased, index, new MessageOutcome.Sent(null), Due, default);
        }

        if (begun)
        {
            await Stage.Outbox.BeginSendAsync(leased, reached, Due, default);
        }
    }

    private async Task<UnknownPost> CrashAsync(int reached)
    {
        await SendAsync(reached, begun: true);
        await Stage.Recovery.EndLeasesAsync(default);
        return (await Stage.Recovery.UnknownAsync(default)).Single();
    }

    private Task<IReadOnlyList<LeasedPost>> LeaseAsync(DateTimeOffset? now = null) => Stage.Outbox.LeaseDueAsync(now ?? Due, Lease, 8, default);

    private IReadOnlyList<string> States() => Stage.Query<string>("SELECT state FROM messages ORDER BY idx");
}
