using DealBot.Contracts;
using DealBot.Core.Planning;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>Slots as rows of the ledger before they are posts.</summary>
public abstract class PostPlanContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly Slot Slot = Some.Slot(Now.AddHours(1));
    private static readonly Phrase Moved = new("错开整点", "off the full hour");

    [Test]
    public async Task A_plan_reads_back_as_it_was_laid()
    {
        await LayAsync([Laid(Slot, Slot.At.AddMinutes(3), Moved)], [Skipped(Some.Slot(Now.AddHours(2)))]);

        var plan = await ReadAsync();

        Assert.That((plan.Until, plan.Stamp), Is.EqualTo(((DateTimeOffset?)Now.AddDays(1), "stamp")));
        var (laid, skipped) = (plan.Posts[0], plan.Posts[1]);
        Assert.That((laid.PostId, laid.DueAt, laid.PlannedAt, laid.Moved), Is.EqualTo((Slot.PostId, Slot.At, Slot.At.AddMinutes(3), Moved)));
        Assert.That((laid.State, laid.IsOpen, laid.IsPrepared, laid.LocalAt), Is.EqualTo((PostState.Planned, true, false, "2026-06-01T10:00:00 Asia/Shanghai")));
        Assert.That((skipped.State, skipped.ReasonCode, skipped.IsOpen), Is.EqualTo((PostState.Skipped, "no_deal", true)), "skipped ahead of its time");
    }

    [Test]
    public async Task A_laid_post_is_due_at_its_planned_moment()
    {
        await LayAsync([Laid(Slot, Slot.At.AddMinutes(3))]);

        Assert.That(await Stage.Plan.DueAsync(Slot.At.AddMinutes(2), default), Is.Empty);
        Assert.That(await Stage.Plan.DueAsync(Slot.At.AddMinutes(3), default), Is.EqualTo(new[] { new DuePost(Slot.PostId, "mama-1", Slot.At, Slot.At.AddMinutes(23)) }));
    }

    [Test]
    public async Task A_post_keeps_the_planned_moment_when_it_is_prepared()
    {
        await LayAsync([Laid(Slot, Slot.At.AddMinutes(3), Moved)]);

        Assert.That(await Stage.Outbox.PlanAsync(Some.Post(Slot.PostId, Slot.At) with { Messages = [StoredMessage.OfImage("p.jpg"), StoredMessage.OfText("t")] }, default), Is.True);

        var post = (await ReadAsync()).Posts.Single();
        Assert.That((post.PlannedAt, post.Moved, post.IsPrepared, post.Messages, post.Images), Is.EqualTo((Slot.At.AddMinutes(3), Moved, true, 2, 1)));
        Assert.That(await Stage.Plan.DueAsync(Now.AddDays(1), default), Is.Empty);
        Assert.That(await LeaseAsync(Slot.At.AddMinutes(2)), Is.Empty);
        Assert.That(await LeaseAsync(Slot.At.AddMinutes(3)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Messages_handed_over_are_counted_by_address_from_a_moment_up_to_another()
    {
        foreach (var (post, address, minutes) in new[] { ("a", "g1", 0), ("b", "g1", 1), ("c", "g2", 1), ("d", "g1", 2) })
        {
            await Stage.Outbox.PlanAsync(Some.Post(post, Now, address: address), default);
            await Stage.Outbox.BeginSendAsync((await Stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromHours(1), 64, default)).Single(), 0, Now.AddMinutes(minutes), default);
        }

        var used = await Stage.Plan.UsedAsync("preview", Now, Now.AddMinutes(2), default);

        Assert.That(used, Is.EquivalentTo(new Dictionary<string, int> { ["g1"] = 2, ["g2"] = 1 }));
    }

    [Test]
    public async Task A_laid_post_can_be_prepared_once_only()
    {
        await LayAsync([Laid(Slot)]);
        await Stage.Outbox.PlanAsync(Some.Post(Slot.PostId, Slot.At), default);

        Assert.That(await Stage.Outbox.PlanAsync(Some.Post(Slot.PostId, Slot.At), default), Is.False);
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM messages"), Is.EqualTo(1));
    }

    [Test]
    public async Task Laying_twice_adds_nothing()
    {
        await LayAsync([Laid(Slot)]);
        await LayAsync([Laid(Slot, Slot.At.AddMinutes(9))]);

        Assert.That((await ReadAsync()).Posts.Single().PlannedAt, Is.EqualTo(Slot.At));
    }

    [Test]
    public async Task A_prepared_post_that_is_laid_anew_gives_up_its_messages_deals_and_links_and_can_be_prepared_again()
    {
        var post = Some.Post(Slot.PostId, Slot.At) with { Deals = [Some.PlannedDeal()] };
        await LayAsync([Laid(Slot)]);
        await Stage.Outbox.PlanAsync(post, default);

        await LayAsync([Laid(Slot)], withdrawn: [Slot.PostId]);

        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM messages") + Stage.One<long>("SELECT COUNT(*) FROM post_deals"), Is.Zero);
        Assert.That(await Stage.Outbox.PlanAsync(post, default), Is.True, "with the same link codes");
    }

    [Test]
    public async Task A_post_taken_up_since_the_plan_was_read_is_neither_withdrawn_nor_laid_again()
    {
        await LayAsync([Laid(Slot)]);
        await Stage.Outbox.PlanAsync(Some.Post(Slot.PostId, Slot.At), default);
        var leased = (await LeaseAsync(Slot.At)).Single();

        await LayAsync([Laid(Slot)], withdrawn: [Slot.PostId]);

        Assert.That(await Stage.Outbox.BeginSendAsync(leased, 0, Slot.At, default), Is.True);
    }

    [Test]
    public async Task A_post_that_the_owner_had_sent_again_is_not_withdrawn()
    {
        await LayAsync([Laid(Slot)]);
        await Stage.Outbox.PlanAsync(Some.Post(Slot.PostId, Slot.At), default);
        await LeaseAsync(Slot.At.AddHours(1));
        var stale = (await Stage.Resends.FindAsync(Slot.PostId, default))!;
        await Stage.Resends.ResendAsync(stale, Slot.At.AddHours(1), Slot.At.AddHours(2), default);

        await LayAsync([], withdrawn: [Slot.PostId]);

        Assert.That(await LeaseAsync(Slot.At.AddHours(1)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_missed_but_fresh_is_open_since_only_a_wrong_clock_can_have_missed_it()
    {
        await LayAsync([Laid(Slot)]);
        await Stage.Outbox.SkipAsync(new SkippedPost(Slot, PostKind.Slot, SkipReason.Missed, SelectionReport.None), default);

        Assert.That((await ReadAsync(Slot.At.AddMinutes(19))).Posts.Single().IsOpen, Is.True);
        Assert.That((await ReadAsync(Slot.At.AddMinutes(20))).Posts.Single().IsOpen, Is.False);
    }

    [Test]
    public async Task What_was_skipped_for_want_of_a_deal_is_not_open()
    {
        await LayAsync([Laid(Slot)]);
        await Stage.Outbox.SkipAsync(new SkippedPost(Slot, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None), default);

        Assert.That((await ReadAsync(Slot.At)).Posts.Single().IsOpen, Is.False);
    }

    [Test]
    public async Task What_waits_to_be_prepared_is_read_however_old_and_what_is_done_only_as_far_back_as_asked()
    {
        var old = Some.Slot(Now.AddDays(-9));
        await LayAsync([Laid(old)], [Skipped(Some.Slot(Now.AddDays(-8)))]);

        Assert.That((await ReadAsync()).Posts.Select(post => post.PostId), Is.EqualTo(new[] { old.PostId }));
    }

    [Test]
    public async Task A_large_plan_is_laid_in_parts_and_whole()
    {
        await LayAsync([.. Enumerable.Range(1, 1234).Select(n => Laid(Some.Slot(Now.AddMinutes(n))))]);

        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM posts"), Is.EqualTo(1234));
    }

    private static LaidSlot Laid(Slot slot, DateTimeOffset? at = null, Phrase? moved = null) =>
        new(new PlannedSlot(slot, at ?? slot.At, moved), (at ?? slot.At).AddMinutes(20));

    private static SkippedPost Skipped(Slot slot) => new(slot, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None);

    private Task LayAsync(IReadOnlyList<LaidSlot> laid, IReadOnlyList<SkippedPost>? skipped = null, IReadOnlyList<string>? withdrawn = null) =>
        Stage.Plan.LayAsync(new PlanRevision(Now.AddDays(1), "stamp", withdrawn ?? [], laid, skipped ?? []), Now, default);

    private Task<LaidPlan> ReadAsync(DateTimeOffset? now = null) => Stage.Plan.ReadAsync(Now.AddDays(-2), now ?? Now, default);

    private Task<IReadOnlyList<LeasedPost>> LeaseAsync(DateTimeOffset now) => Stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 8, default);
}
