using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>What groups were given before.</summary>
public abstract class PostHistoryContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private int _codes;

    [Test]
    public async Task Tells_what_a_group_was_given_since_a_moment_and_nothing_of_other_groups()
    {
        await PlanAsync("old", Some.Deal("1"), Now.AddDays(-4));
        await PlanAsync("new", Some.Deal("2", category: "食品") with { MainSkuId = "style-2" }, Now.AddDays(-1));
        await PlanAsync("other", Some.Deal("3"), Now, groupId: "dorm-1");

        var history = await Stage.History.OfGroupAsync("mama-1", Now.AddDays(-3), default);

        var expected = new PostedDeal("mama-1", new DealKey("jd", "2"), "style-2", Some.Deal("2").Title, "食品", Now.AddDays(-1));
        Assert.That(history, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public async Task A_planned_or_unknown_post_counts_and_a_failed_or_stale_one_does_not()
    {
        await PlanAsync("planned", Some.Deal("1"), Now.AddMinutes(30));
        await PlanAsync("unknown", Some.Deal("2"), Now);
        await PlanAsync("failed", Some.Deal("3"), Now);
        await PlanAsync("stale", Some.Deal("4"), Now.AddHours(-1));
        await EndAsync(Now, ("unknown", new MessageOutcome.Unknown(Some.Phrase)), ("failed", new MessageOutcome.Failed(Some.Phrase)));

        var history = await Stage.History.OfGroupAsync("mama-1", Now.AddDays(-1), default);

        Assert.That(history.Select(posted => posted.Key.ItemId), Is.EquivalentTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task A_post_that_failed_after_its_first_message_counts_since_the_group_has_seen_it()
    {
        await Stage.Outbox.PlanAsync(
            Some.Post("half", Now) with { Deals = [Some.PlannedDeal(Some.Deal("5"), "hhhhhhhhhhh")], Messages = [StoredMessage.OfText("poster"), StoredMessage.OfText("copy")] },
            default);
        var post = (await Stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 64, default)).Single();
        await Stage.Outbox.BeginSendAsync(post, 0, Now, default);
        await Stage.Outbox.RecordAsync(post, 0, new MessageOutcome.Sent(null), Now, default);
        await Stage.Outbox.BeginSendAsync(post, 1, Now, default);
        await Stage.Outbox.RecordAsync(post, 1, new MessageOutcome.Failed(Some.Phrase), Now, default);

        var history = await Stage.History.OfGroupAsync("mama-1", Now.AddDays(-1), default);

        Assert.That(history.Select(posted => posted.Key.ItemId), Is.EqualTo(new[] { "5" }));
    }

    [Test]
    public async Task Exposure_is_the_number_of_groups_that_were_given_a_deal()
    {
        await PlanAsync("a", Some.Deal("1"), Now, groupId: "mama-1");
        await PlanAsync("b", Some.Deal("1"), Now, groupId: "mama-2");
        await PlanAsync("c", Some.Deal("1"), Now.AddHours(1), groupId: "mama-2");
        await PlanAsync("d", Some.Deal("2"), Now, groupId: "mama-1");
        await PlanAsync("e", Some.Deal("1"), Now.AddDays(-2), groupId: "mama-3");

        var exposure = await Stage.History.ExposureAsync(Now.AddHours(-24), default);

        Assert.That(exposure[new DealKey("jd", "1")], Is.EqualTo(2), "a group that had it twice is one group");
        Assert.That(exposure[new DealKey("jd", "2")], Is.EqualTo(1));
    }

    [Test]
    public async Task Exposure_leaves_out_posts_that_never_reached_a_group()
    {
        await PlanAsync("failed", Some.Deal("1"), Now);
        await PlanAsync("stale", Some.Deal("2"), Now.AddHours(-1));
        await EndAsync(Now, ("failed", new MessageOutcome.Failed(Some.Phrase)));

        Assert.That(await Stage.History.ExposureAsync(Now.AddHours(-24), default), Is.Empty);
    }

    private async Task PlanAsync(string id, Deal deal, DateTimeOffset at, string groupId = "mama-1") => Assert.That(
        await Stage.Outbox.PlanAsync(Some.Post(id, at, groupId) with { Deals = [Some.PlannedDeal(deal, $"code{_codes++}")] }, default),
        Is.True);

    private async Task EndAsync(DateTimeOffset now, params (string PostId, MessageOutcome Outcome)[] outcomes)
    {
        var leased = await Stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 64, default);
        foreach (var (postId, outcome) in outcomes)
        {
            var post = leased.Single(candidate => candidate.PostId == postId);
            await Stage.Outbox.BeginSendAsync(post, 0, now, default);
            await Stage.Outbox.RecordAsync(post, 0, outcome, now, default);
        }
    }
}
