using DealBot.Contracts;
using DealBot.Core.Metrics;
using DealBot.Core.Posting;

namespace DealBot.Storage.Tests;

/// <summary>What the bot answers is sent like a post, and is none of the group's posts.</summary>
public abstract class ReplyContract : StorageContract
{
    private static readonly DateTimeOffset From = Some.Shanghai("2026-06-01 00:00");

    [Test]
    public async Task Answer_is_leased_and_sent_and_counted_as_no_post_of_the_group()
    {
        await SendAsync(Reply("reply.1"));

        Assert.That(await Stage.Metrics.HourlyAsync(["mama-1"], From, From.AddDays(1), default), Is.Empty);
        Assert.That(await Stage.Metrics.DriftAsync(["mama-1"], From, From.AddDays(1), default), Is.Null);
        Assert.That(await Stage.History.SentAsync(["mama-1"], From, default), Is.Empty);
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM attempts"), Is.EqualTo(1), "the quota counts it");
    }

    [Test]
    public async Task Deal_of_an_answer_was_not_posted_to_the_group()
    {
        await SendAsync(Reply("reply.1"));

        Assert.That(await Stage.History.OfGroupAsync("mama-1", From, default), Is.Empty);
        Assert.That(await Stage.History.ExposureAsync(From, default), Is.Empty);
    }

    [Test]
    public async Task Clicks_and_orders_of_an_answers_link_are_the_groups()
    {
        await SendAsync(Reply("reply.1"));
        await Stage.Clicks.SeedAsync(Some.Click(at: Some.Morning));
        await Stage.SaveOrdersAsync(Some.Morning.AddHours(2), Some.Attributed(Some.Order(), postId: "reply.1"));

        var hours = await Stage.Metrics.HourlyAsync(["mama-1"], From, From.AddDays(1), default);
        Assert.That((hours.Sum(hour => hour.Figures.Clicks), hours.Sum(hour => hour.Figures.Orders), hours.Sum(hour => hour.Figures.Posts)), Is.EqualTo((1L, 1L, 0L)));
        var deal = (await Stage.Metrics.DealsAsync(["mama-1"], From, From.AddDays(1), default)).Single();
        Assert.That((deal.Posts, deal.Clicks, deal.Orders), Is.EqualTo((0L, 1L, 1L)));
    }

    [Test]
    public async Task Order_that_names_no_link_is_counted_once_where_the_item_was_posted_and_answered()
    {
        await SendAsync(Some.Post("mama-1_20260601T010000") with { Deals = [Some.PlannedDeal(code: "bbbbbbbbbbb")] });
        await SendAsync(Reply("reply.1"));
        await Stage.SaveOrdersAsync(Some.Morning.AddHours(2), Some.Attributed(Some.Order()));

        Assert.That((await Stage.Metrics.DealsAsync(["mama-1"], From, From.AddDays(1), default)).Single().Orders, Is.EqualTo(1));
    }

    [Test]
    public async Task Two_answers_and_a_post_of_one_item_in_one_moment_have_each_their_link()
    {
        await SendAsync(Reply("reply.1"));
        await SendAsync(Reply("reply.2", "ccccccccccc"));
        await SendAsync(Some.Post("mama-1_20260601T010000") with { Deals = [Some.PlannedDeal(code: "bbbbbbbbbbb")] });

        Assert.That(Stage.Query<string>("SELECT code FROM post_deals ORDER BY code"), Is.EqualTo(new[] { "aaaaaaaaaaa", "bbbbbbbbbbb", "ccccccccccc" }));
        Assert.That(await Stage.Links.FindAsync("bbbbbbbbbbb", default), Is.Not.Null);
    }

    [Test]
    public async Task Answer_that_grew_stale_is_nothing_that_the_owner_has_to_know()
    {
        await Stage.Outbox.PlanAsync(Reply("reply.1"), default);
        await Stage.Outbox.LeaseDueAsync(Some.Morning.AddMinutes(3), TimeSpan.FromMinutes(2), 10, default);

        Assert.That(Stage.One<string>("SELECT state FROM posts"), Is.EqualTo("skipped"));
        Assert.That(await Stage.Metrics.SkipsAsync(["mama-1"], From, From.AddDays(1), default), Is.Empty);
        Assert.That(await Stage.Resends.ListAsync(From, default), Is.Empty);
    }

    [Test]
    public async Task Answer_takes_room_in_the_accounts_quota_and_keeps_no_gap()
    {
        await SendAsync(Reply("reply.1"));

        var laid = (await Stage.Plan.ReadAsync(From, Some.Morning, default)).Posts.Single();
        Assert.That((laid.GroupId, laid.Messages), Is.EqualTo(((string?)null, 1)));
    }

    private static PlannedPost Reply(string id, string code = "aaaaaaaaaaa") => Some.Post(id) with
    {
        Kind = PostKind.Reply,
        ExpiresAt = Some.Morning.AddMinutes(2),
        Deals = [Some.PlannedDeal(code: code)],
    };

    private async Task SendAsync(PlannedPost post)
    {
        await Stage.Outbox.PlanAsync(post, default);
        var leased = (await Stage.Outbox.LeaseDueAsync(Some.Morning, TimeSpan.FromMinutes(2), 10, default)).Single(one => one.PostId == post.PostId);
        await Stage.Outbox.BeginSendAsync(leased, 0, Some.Morning, default);
        await Stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Some.Morning, default);
    }
}
