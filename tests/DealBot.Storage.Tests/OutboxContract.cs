using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>The outbox as a state machine: planned → leased → sending → sent / failed / unknown, or skipped.</summary>
public abstract class OutboxContract : StorageContract
{
    private static readonly DateTimeOffset Due = Some.Morning;
    private static readonly AccountKey Demo = new("preview", "demo");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private IOutbox Outbox => Stage.Outbox;

    [Test]
    public async Task A_planned_post_is_kept_with_its_messages_deals_and_link()
    {
        var post = Some.Post() with
        {
            Messages = [StoredMessage.OfImage("p1.jpg"), StoredMessage.OfText("text 😀"), StoredMessage.OfNews("title", "below", "https://a.example/x"), StoredMessage.OfCaptioned("p1.jpg", "words"), StoredMessage.OfCard("title", "below", "https://a.example/x", new CardDetail("领券", [new CardFact("券后", "¥9.9")], null))],
            Deals = [Some.PlannedDeal()],
            Selection = new SelectionReport(7, new Dictionary<RejectReason, int> { [RejectReason.OutOfStock] = 6 }),
            AdLawFlags = ["最好"],
        };

        Assert.That(await Outbox.PlanAsync(post, default), Is.True);

        Assert.That(await Outbox.ExistsAsync("p1", default), Is.True);
        Assert.That((await LeaseAsync()).Single().Messages.Select(message => message.Message), Is.EqualTo(post.Messages));
        Assert.That(Stage.One<string>("SELECT rejections FROM posts"), Is.EqualTo("""{"out_of_stock":6}"""));
        Assert.That(Stage.One<string>("SELECT ad_law_flags FROM posts"), Is.EqualTo("最好"));
        Assert.That(await Stage.Links.FindAsync("aaaaaaaaaaa", default), Is.Not.Null);
    }

    [Test]
    public async Task Planning_a_post_again_is_refused_and_changes_nothing()
    {
        await Outbox.PlanAsync(Some.Post(), default);
        var other = Some.Post() with { Messages = [StoredMessage.OfText("another"), StoredMessage.OfText("more")], Deals = [Some.PlannedDeal()], Address = "elsewhere" };

        Assert.That(await Outbox.PlanAsync(other, default), Is.False);

        var leased = (await LeaseAsync()).Single();
        Assert.That(leased.Address, Is.EqualTo("demo"));
        Assert.That(leased.Messages.Single().Message.Text, Is.EqualTo("copy of p1"));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM post_deals"), Is.Zero);
    }

    [Test]
    public async Task A_post_whose_link_code_is_taken_leaves_nothing_behind()
    {
        await Outbox.PlanAsync(Some.Post("p1") with { Deals = [Some.PlannedDeal(code: "aaaaaaaaaaa")] }, default);
        var clash = Some.Post("p2", groupId: "other") with { Deals = [Some.PlannedDeal(code: "bbbbbbbbbbb"), Some.PlannedDeal(Some.Deal("2"), code: "aaaaaaaaaaa")] };

        Assert.That(async () => await Outbox.PlanAsync(clash, default), Throws.InstanceOf<System.Data.Common.DbException>());

        Assert.That(await Outbox.ExistsAsync("p2", default), Is.False);
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM messages"), Is.EqualTo(1));
        Assert.That(await Stage.Links.FindAsync("bbbbbbbbbbb", default), Is.Null);
    }

    [Test]
    public async Task A_skipped_slot_is_on_record_with_its_reason_and_never_leased()
    {
        var slot = Some.Slot();

        Assert.That(await Outbox.SkipAsync(new SkippedPost(slot, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None), default), Is.True);

        Assert.That(StateOf(slot.PostId), Is.EqualTo("skipped"));
        Assert.That(ReasonOf(slot.PostId), Is.EqualTo("no_deal"));
        Assert.That(await LeaseAsync(Due.AddDays(1)), Is.Empty);
    }

    [Test]
    public async Task A_slot_that_was_skipped_can_not_be_planned_nor_the_other_way_round()
    {
        var skipped = Some.Slot();
        await Outbox.SkipAsync(new SkippedPost(skipped, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None), default);
        var planned = Some.Slot(Due.AddHours(1));
        await Outbox.PlanAsync(Some.Post(planned.PostId), default);

        Assert.That(await Outbox.PlanAsync(Some.Post(skipped.PostId), default), Is.False);
        Assert.That(await Outbox.SkipAsync(new SkippedPost(planned, PostKind.Slot, SkipReason.NoDeal, SelectionReport.None), default), Is.False);
        Assert.That(StateOf(planned.PostId), Is.EqualTo("planned"));
    }

    [Test]
    public async Task Leases_what_is_due_oldest_first_and_no_more_than_asked()
    {
        await PlanAsync(Some.Post("late", Due.AddMinutes(2)));
        await PlanAsync(Some.Post("early", Due));
        await PlanAsync(Some.Post("future", Due.AddMinutes(30)));
        await PlanAsync(Some.Post("middle", Due.AddMinutes(1)));

        var leased = await Outbox.LeaseDueAsync(Due.AddMinutes(5), Lease, max: 2, default);

        Assert.That(leased.Select(post => post.PostId), Is.EqualTo(new[] { "early", "middle" }));
        Assert.That((await LeaseAsync(Due.AddMinutes(5))).Select(post => post.PostId), Is.EqualTo(new[] { "late" }));
    }

    [Test]
    public async Task A_leased_post_is_not_leased_again_before_its_lease_ends()
    {
        await PlanAsync(Some.Post());
        await LeaseAsync();

        Assert.That(await LeaseAsync(Due + Lease - TimeSpan.FromMilliseconds(1)), Is.Empty);
    }

    [Test]
    public async Task A_post_that_was_only_leased_when_the_host_died_is_taken_up_again()
    {
        await PlanAsync(Some.Post());
        var first = (await LeaseAsync()).Single();

        var second = (await LeaseAsync(Due + Lease)).Single();

        Assert.That(second.PostId, Is.EqualTo(first.PostId));
        Assert.That(second.Lease, Is.Not.EqualTo(first.Lease));
        Assert.That(second.Messages.Single().Attempts, Is.Zero);
    }

    [Test]
    public async Task A_post_that_was_being_sent_when_the_host_died_becomes_unknown_and_is_never_repeated()
    {
        await PlanAsync(Some.Post());
        var leased = (await LeaseAsync()).Single();
        await Outbox.BeginSendAsync(leased, 0, Due, default);

        Assert.That(await LeaseAsync(Due + Lease), Is.Empty);

        Assert.That(StateOf("p1"), Is.EqualTo("unknown"));
        Assert.That(ReasonOf("p1"), Is.EqualTo("interrupted"));
        Assert.That(MessageStates("p1"), Is.EqualTo(new[] { "unknown" }));
        Assert.That(await LeaseAsync(Due.AddMinutes(10)), Is.Empty);
    }

    [Test]
    public async Task Sending_can_not_begin_once_the_lease_ended_or_belongs_to_another()
    {
        await PlanAsync(Some.Post());
        var first = (await LeaseAsync()).Single();

        Assert.That(await Outbox.BeginSendAsync(first, 0, Due + Lease, default), Is.False, "ended");
        var second = (await LeaseAsync(Due + Lease)).Single();
        Assert.That(await Outbox.BeginSendAsync(first, 0, Due + Lease, default), Is.False, "another's");
        Assert.That(await Outbox.BeginSendAsync(second, 0, Due + Lease, default), Is.True, "held");
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM attempts"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_sent_post_is_closed_with_the_platform_id_and_counted_in_its_hour()
    {
        await PlanAsync(Some.Post());
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent("wx-77"), Due.AddSeconds(3), default);

        Assert.That(StateOf("p1"), Is.EqualTo("sent"));
        Assert.That(Stage.One<string>("SELECT platform_id FROM messages"), Is.EqualTo("wx-77"));
        Assert.That(Stage.One<long>("SELECT sent_at FROM posts"), Is.EqualTo(Due.AddSeconds(3).ToUnixTimeMilliseconds()));
        var hour = (await Stage.Metrics.HourlyAsync(["mama-1"], Due.AddDays(-1), Due.AddDays(1), default)).Single();
        Assert.That((hour.Hour, hour.Figures.Posts), Is.EqualTo((Due, 1L)));
        Assert.That(await LeaseAsync(Due.AddHours(1)), Is.Empty);
    }

    [Test]
    public async Task A_failed_post_is_closed_with_the_reason()
    {
        await PlanAsync(Some.Post());
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Failed(new Phrase("群机器人被移除", "robot removed")), Due, default);

        Assert.That(StateOf("p1"), Is.EqualTo("failed"));
        Assert.That(Stage.One<string>("SELECT reason_zh FROM posts"), Is.EqualTo("群机器人被移除"));
        Assert.That(Stage.One<string>("SELECT reason_en FROM posts"), Is.EqualTo("robot removed"));
        Assert.That(await LeaseAsync(Due.AddMinutes(10)), Is.Empty);
    }

    [Test]
    public async Task A_post_of_unknown_outcome_is_closed_and_the_rest_of_it_held_back()
    {
        await PlanAsync(TwoMessages());
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Unknown(Some.Phrase), Due, default);

        Assert.That(StateOf("p1"), Is.EqualTo("unknown"));
        Assert.That(MessageStates("p1"), Is.EqualTo(new[] { "unknown", "planned" }));
        Assert.That(await Outbox.BeginSendAsync(leased, 1, Due, default), Is.False);
        Assert.That(await LeaseAsync(Due.AddMinutes(10)), Is.Empty);
    }

    [Test]
    public async Task A_post_to_be_tried_again_waits_until_then_and_remembers_its_attempts()
    {
        await PlanAsync(Some.Post());
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.TryAgain(Due.AddSeconds(30), Some.Phrase), Due, default);

        Assert.That(await LeaseAsync(Due.AddSeconds(29)), Is.Empty);
        var again = (await LeaseAsync(Due.AddSeconds(30))).Single();
        Assert.That(again.Messages.Single().Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Being_throttled_does_not_use_up_an_attempt()
    {
        await PlanAsync(Some.Post());
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.TryAgain(Due.AddSeconds(30), Some.Phrase, Counts: false), Due, default);

        Assert.That((await LeaseAsync(Due.AddSeconds(30))).Single().Messages.Single().Attempts, Is.Zero);
        Assert.That(await Outbox.CountAttemptsAsync(Demo, Due, default), Is.EqualTo(1), "the quota still counts it");
    }

    [Test]
    public async Task A_post_of_two_messages_is_sent_only_when_both_are()
    {
        await PlanAsync(TwoMessages());
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due, default);
        Assert.That(StateOf("p1"), Is.EqualTo("leased"));

        Assert.That(await Outbox.BeginSendAsync(leased, 1, Due, default), Is.True);
        await Outbox.RecordAsync(leased, 1, new MessageOutcome.Sent(null), Due, default);
        Assert.That(StateOf("p1"), Is.EqualTo("sent"));
        Assert.That((await Stage.Metrics.HourlyAsync(["mama-1"], Due, Due.AddHours(1), default)).Single().Figures.Posts, Is.EqualTo(1));
    }

    [Test]
    public async Task After_a_crash_between_two_messages_the_post_goes_on_with_the_second()
    {
        await PlanAsync(TwoMessages());
        var leased = await BeginAsync();
        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due, default);

        var resumed = (await LeaseAsync(Due + Lease)).Single();

        Assert.That(resumed.Messages.Select(message => message.Index), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_second_message_that_was_being_sent_at_a_crash_makes_the_post_unknown_and_keeps_the_first_as_sent()
    {
        await PlanAsync(TwoMessages());
        var leased = await BeginAsync();
        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due, default);
        await Outbox.BeginSendAsync(leased, 1, Due, default);

        await LeaseAsync(Due + Lease);

        Assert.That(StateOf("p1"), Is.EqualTo("unknown"));
        Assert.That(MessageStates("p1"), Is.EqualTo(new[] { "sent", "unknown" }));
    }

    [Test]
    public async Task An_answer_that_comes_after_the_lease_ended_still_counts_as_sent()
    {
        await PlanAsync(Some.Post());
        var leased = await BeginAsync();
        await LeaseAsync(Due + Lease);

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due + Lease, default);

        Assert.That(StateOf("p1"), Is.EqualTo("sent"));
    }

    [Test]
    public async Task A_post_past_its_time_is_skipped_as_stale()
    {
        await PlanAsync(Some.Post());

        Assert.That(await LeaseAsync(Due.AddMinutes(20)), Is.Empty);

        Assert.That(StateOf("p1"), Is.EqualTo("skipped"));
        Assert.That(ReasonOf("p1"), Is.EqualTo("stale"));
    }

    [TestCase(true, TestName = "A_post_that_a_quota_keeps_beyond_its_time_ends_with_its_time")]
    [TestCase(false, TestName = "A_post_to_be_tried_again_beyond_its_time_ends_with_its_time")]
    public async Task A_post_that_has_to_wait_longer_than_it_is_worth_sending_ends_with_its_time(bool released)
    {
        await PlanAsync(Some.Post());
        var nextMonth = Due.AddDays(29);
        if (released)
        {
            await Outbox.ReleaseAsync((await LeaseAsync(Due)).Single(), nextMonth, default);
        }
        else
        {
            await Outbox.RecordAsync(await BeginAsync(), 0, new MessageOutcome.TryAgain(nextMonth, Some.Phrase), Due, default);
        }

        Assert.That(await LeaseAsync(Due.AddMinutes(19)), Is.Empty);
        Assert.That(StateOf("p1"), Is.EqualTo("planned"));
        Assert.That(await LeaseAsync(Due.AddMinutes(20)), Is.Empty);
        Assert.That((StateOf("p1"), ReasonOf("p1")), Is.EqualTo(("skipped", "stale")));
    }

    [Test]
    public async Task A_post_of_which_a_part_was_sent_fails_rather_than_being_skipped_when_it_grows_stale()
    {
        await PlanAsync(TwoMessages());
        var leased = await BeginAsync();
        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due, default);
        await Outbox.ReleaseAsync(leased, Due.AddMinutes(5), default);

        await LeaseAsync(Due.AddMinutes(20));

        Assert.That(StateOf("p1"), Is.EqualTo("failed"));
        Assert.That(ReasonOf("p1"), Is.EqualTo("stale"));
    }

    [Test]
    public async Task A_released_post_is_taken_up_again_at_the_moment_asked_for_as_if_nothing_had_been()
    {
        await PlanAsync(Some.Post());
        var leased = (await LeaseAsync()).Single();

        await Outbox.ReleaseAsync(leased, Due.AddSeconds(40), default);

        Assert.That(await LeaseAsync(Due.AddSeconds(39)), Is.Empty);
        Assert.That((await LeaseAsync(Due.AddSeconds(40))).Single().Messages.Single().Attempts, Is.Zero);
    }

    [Test]
    public async Task Releasing_with_a_lost_lease_does_not_take_the_post_from_its_new_holder()
    {
        await PlanAsync(Some.Post());
        var first = (await LeaseAsync()).Single();
        var second = (await LeaseAsync(Due + Lease)).Single();

        await Outbox.ReleaseAsync(first, Due, default);

        Assert.That(await Outbox.BeginSendAsync(second, 0, Due + Lease, default), Is.True);
    }

    [Test]
    public async Task The_nth_last_attempt_is_told_per_address_for_each_window()
    {
        await BeginThreeAsync();

        Assert.That(await NthLastAsync("demo", Due.AddHours(1), 1, 2, 3), Is.EqualTo(new DateTimeOffset?[] { Due.AddSeconds(50), Due.AddSeconds(10), null }));
        Assert.That(await NthLastAsync("other", Due.AddHours(1), 1, 2), Is.EqualTo(new DateTimeOffset?[] { Due.AddSeconds(20), null }));
        Assert.That(await NthLastAsync("demo", Due.AddHours(2).AddSeconds(20), 1, 2), Is.EqualTo(new DateTimeOffset?[] { Due.AddSeconds(50), null }), "out of the window's reach");
        Assert.That(await NthLastAsync("nobody", Due.AddHours(1), 1), Is.EqualTo(new DateTimeOffset?[] { null }));
    }

    [Test]
    public async Task Attempts_by_a_clock_that_ran_ahead_hold_nothing_back()
    {
        await BeginThreeAsync();

        Assert.That(await NthLastAsync("demo", Due.AddSeconds(49), 1, 2), Is.EqualTo(new DateTimeOffset?[] { Due.AddSeconds(10), null }));
    }

    [Test]
    public async Task A_window_of_pictures_counts_pictures_alone()
    {
        await PlanAsync(Some.Post("a", Due) with { Messages = [StoredMessage.OfImage("posters/a.jpg"), StoredMessage.OfText("copy")] });
        var leased = (await LeaseAsync(Due)).Single();
        await Outbox.BeginSendAsync(leased, 0, Due.AddSeconds(1), default);
        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due.AddSeconds(2), default);
        await Outbox.BeginSendAsync(leased, 1, Due.AddSeconds(3), default);

        QuotaWindow[] windows = [new(1, null, TimeZoneInfo.Utc, ImagesOnly: true), new(2, null, TimeZoneInfo.Utc, ImagesOnly: true)];
        Assert.That(
            await Outbox.NthLastAttemptsAsync(Demo, "demo", windows, Due.AddHours(1), default),
            Is.EqualTo(new DateTimeOffset?[] { Due.AddSeconds(1), null }));
    }

    [Test]
    public async Task Attempts_since_a_moment_are_counted_the_moment_among_them()
    {
        await BeginThreeAsync();

        Assert.That(await Outbox.CountAttemptsAsync(Demo, Due.AddSeconds(10), default), Is.EqualTo(2));
        Assert.That(await Outbox.CountAttemptsAsync(Demo, Due.AddSeconds(11), default), Is.EqualTo(1));
        Assert.That(await Outbox.CountAttemptsAsync(new AccountKey("wecom", "demo"), Due, default), Is.Zero);
    }

    [Test]
    public async Task What_a_bot_sends_counts_for_the_bot_and_for_each_of_its_addresses()
    {
        var bot = new AccountKey("preview", "bot");
        foreach (var (post, address, second) in new[] { ("a", "g1", 10), ("b", "g2", 20), ("c", "g1", 30) })
        {
            await PlanAsync(Some.Post(post, Due, address: address));
            await Outbox.BeginSendAsync((await LeaseAsync()).Single(leased => leased.PostId == post) with { Account = "bot" }, 0, Due.AddSeconds(second), default);
        }

        QuotaWindow Window(int most, bool ofAddress) => new(most, TimeSpan.FromHours(2), TimeZoneInfo.Utc) { OfAddress = ofAddress };
        Assert.That(
            await Outbox.NthLastAttemptsAsync(bot, "g1", [Window(3, false), Window(1, true), Window(2, true), Window(3, true)], Due.AddHours(1), default),
            Is.EqualTo(new DateTimeOffset?[] { Due.AddSeconds(10), Due.AddSeconds(30), Due.AddSeconds(10), null }));
        Assert.That(await Outbox.CountAttemptsAsync(bot, Due, default), Is.EqualTo(3));
    }

    /// <summary>Two messages to one address, at second 50 and then at second 10, and one to another.</summary>
    private async Task BeginThreeAsync()
    {
        await PlanAsync(Some.Post("a", Due));
        await PlanAsync(Some.Post("b", Due));
        await PlanAsync(Some.Post("c", Due, address: "other"));
        var leased = await LeaseAsync(Due);
        await Outbox.BeginSendAsync(leased.Single(post => post.PostId == "a"), 0, Due.AddSeconds(50), default);
        await Outbox.BeginSendAsync(leased.Single(post => post.PostId == "b"), 0, Due.AddSeconds(10), default);
        await Outbox.BeginSendAsync(leased.Single(post => post.PostId == "c"), 0, Due.AddSeconds(20), default);
    }

    private Task<IReadOnlyList<DateTimeOffset?>> NthLastAsync(string address, DateTimeOffset now, params int[] most) =>
        Outbox.NthLastAttemptsAsync(new AccountKey("preview", address), address, [.. most.Select(count => new QuotaWindow(count, TimeSpan.FromHours(2), TimeZoneInfo.Utc))], now, default);

    [Test]
    public async Task A_digest_is_sent_without_counting_for_any_group()
    {
        await PlanAsync(Some.Post() with { Kind = PostKind.Digest, GroupId = null });
        var leased = await BeginAsync();

        await Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Due, default);

        Assert.That(StateOf("p1"), Is.EqualTo("sent"));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM metrics_hourly"), Is.Zero);
    }

    [Test]
    public async Task Of_two_dispatchers_that_lease_at_once_each_post_goes_to_one()
    {
        for (var i = 0; i < 40; i++)
        {
            await PlanAsync(Some.Post($"p{i}"));
        }

        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Outbox.LeaseDueAsync(Due, Lease, max: 7, default))));

        var ids = leases.SelectMany(posts => posts).Select(post => post.PostId).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.Count.EqualTo(40));
    }

    private static PlannedPost TwoMessages() => Some.Post() with { Messages = [StoredMessage.OfText("one"), StoredMessage.OfText("two")] };

    private async Task PlanAsync(PlannedPost post) => Assert.That(await Outbox.PlanAsync(post, default), Is.True);

    private Task<IReadOnlyList<LeasedPost>> LeaseAsync(DateTimeOffset? now = null) => Outbox.LeaseDueAsync(now ?? Due, Lease, 64, default);

    private async Task<LeasedPost> BeginAsync()
    {
        var leased = (await LeaseAsync()).Single();
        Assert.That(await Outbox.BeginSendAsync(leased, 0, Due, default), Is.True);
        return leased;
    }

    private string StateOf(string postId) => Stage.One<string>("SELECT state FROM posts WHERE post_id = @postId", new { postId });

    private string ReasonOf(string postId) => Stage.One<string>("SELECT reason_code FROM posts WHERE post_id = @postId", new { postId });

    private IReadOnlyList<string> MessageStates(string postId) => Stage.Query<string>("SELECT state FROM messages WHERE post_id = @postId ORDER BY idx", new { postId });
}
