using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Posting;

/// <summary>Tasks that the owner has to confirm: told, asked after, ended.</summary>
public sealed class ConfirmationRoundTests
{
    private static readonly Phrase InClient = new("请打开客户端确认", "open the client to confirm");

    private PostingStage _stage = null!;
    private FakeConfirmation _platform = null!;
    private ConfirmationRound _round = null!;

    [SetUp]
    public void SetUp()
    {
        (_stage, _platform) = (new PostingStage(), new FakeConfirmation());
        _round = Round();
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task The_owner_is_told_once_how_many_posts_wait_and_where_to_confirm_them()
    {
        await AwaitAsync("p1");
        await AwaitAsync("p2");

        await _round.RunAsync(default);
        await _round.RunAsync(default);

        var notice = _stage.Told.Notices.Single();
        Assert.That((notice.OwnerId, notice.Kind), Is.EqualTo(("li", "post_awaiting")));
        Assert.That(notice.Text, Is.EqualTo(new Phrase(
            "有 2 条推送等你确认，24 小时内没有确认就算没发。请打开客户端确认",
            "2 posts wait for your confirmation; what is not confirmed within 24 hours counts as not sent. open the client to confirm")));
    }

    [Test]
    public async Task Of_a_further_post_the_owner_is_told_anew_with_the_number_of_all()
    {
        await AwaitAsync("p1");
        await _round.RunAsync(default);
        await AwaitAsync("p2");

        await _round.RunAsync(default);

        Assert.That(_stage.Told.Notices.Select(notice => notice.Text.En[..7]), Is.EqualTo(new[] { "1 post ", "2 posts" }));
    }

    [Test]
    public async Task What_the_owner_confirmed_is_sent_at_the_moment_that_the_platform_tells()
    {
        await AwaitAsync("p1");
        _stage.Clock.Advance(TimeSpan.FromHours(2));
        var at = _stage.Clock.Now.AddMinutes(-10);
        _platform.Answer = _ => new ConfirmationState.Sent(at);

        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));

        Assert.That(State(), Is.EqualTo("sent"));
        Assert.That(_stage.Query<long>("SELECT sent_at FROM posts").Single(), Is.EqualTo(at.ToUnixTimeMilliseconds()));
        Assert.That(_platform.Asked, Is.EqualTo(new[] { "demo task-p1" }));
    }

    [TestCase(-1)]
    [TestCase(600)]
    public async Task A_platform_whose_clock_is_wrong_can_not_put_it_before_the_task_or_into_the_future(int minutes)
    {
        await AwaitAsync("p1");
        var since = _stage.Clock.Now;
        _stage.Clock.Advance(TimeSpan.FromHours(2));
        _platform.Answer = _ => new ConfirmationState.Sent(since.AddMinutes(minutes));

        await _round.RunAsync(default);

        Assert.That(_stage.Query<long>("SELECT sent_at FROM posts").Single(), Is.InRange(since.ToUnixTimeMilliseconds(), _stage.Clock.Now.ToUnixTimeMilliseconds()));
    }

    [Test]
    public async Task A_task_that_ended_fails_with_the_platform_s_reason()
    {
        await AwaitAsync("p1");
        _platform.Answer = _ => new ConfirmationState.Ended(new Phrase("被取消", "cancelled"));

        await _round.RunAsync(default);

        Assert.That(_stage.Query<string>("SELECT state || ' ' || reason_code || ' ' || reason_zh FROM posts").Single(), Is.EqualTo("failed failed 被取消"));
    }

    [Test]
    public async Task A_task_is_given_up_after_its_time_and_not_before()
    {
        _stage.Options = _stage.Options with { ConfirmHours = 3 };
        _round = Round();
        await AwaitAsync("p1");

        await RunAfterAsync(TimeSpan.FromMinutes(179));
        Assert.That(State(), Is.EqualTo("awaiting"));

        await RunAfterAsync(TimeSpan.FromMinutes(31));
        Assert.That(_stage.Query<string>("SELECT state || ' ' || reason_en FROM posts").Single(), Is.EqualTo("failed not confirmed within 3 hours: given up"));
    }

    [Test]
    public async Task One_confirmed_in_the_last_minute_is_sent_since_the_platform_is_asked_before_it_is_given_up()
    {
        await AwaitAsync("p1");
        _platform.Answer = _ => new ConfirmationState.Sent();

        await RunAfterAsync(TimeSpan.FromHours(30));

        Assert.That(State(), Is.EqualTo("sent"));
    }

    [Test]
    public async Task A_platform_that_can_not_be_asked_ends_nothing_until_it_is_plain_that_it_never_will()
    {
        await AwaitAsync("p1");
        _platform.Answer = _ => throw new HttpRequestException("away");

        await RunAfterAsync(TimeSpan.FromHours(30));
        Assert.That(State(), Is.EqualTo("awaiting"));

        await RunAfterAsync(TimeSpan.FromHours(18));
        Assert.That(State(), Is.EqualTo("unknown"), "it may have been confirmed all the while");
    }

    [Test]
    public async Task An_adapter_that_is_gone_or_knows_no_confirmation_is_one_that_can_not_be_asked()
    {
        await AwaitAsync("p1");
        _round = Round(new FakeAdapter());

        await RunAfterAsync(TimeSpan.FromHours(49));

        Assert.That(State(), Is.EqualTo("unknown"));
    }

    [Test]
    public async Task The_platform_is_asked_with_growing_pauses_and_at_once_after_a_restart()
    {
        await AwaitAsync("p1");
        for (var minute = 0; minute < 60; minute++)
        {
            await _round.RunAsync(default);
            _stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(_platform.Asked, Has.Count.InRange(12, 16));

        _platform.Asked.Clear();
        await Round().RunAsync(default);
        Assert.That(_platform.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task With_more_tasks_than_a_round_can_ask_after_none_is_left_out()
    {
        for (var n = 0; n < 250; n++)
        {
            await AwaitAsync($"p{n}");
        }

        for (var minute = 0; minute < 3; minute++)
        {
            await _round.RunAsync(default);
            _stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(_platform.Asked.Distinct().Count(), Is.EqualTo(250));
        Assert.That(_platform.Asked, Has.Count.EqualTo(300));
    }

    [Test]
    public async Task A_platform_that_takes_long_to_answer_is_left_after_a_minute_and_asked_after_the_others_next()
    {
        for (var n = 0; n < 6; n++)
        {
            await AwaitAsync($"p{n}");
        }

        _platform.Answer = _ =>
        {
            _stage.Clock.Advance(TimeSpan.FromSeconds(20));
            return new ConfirmationState.Waiting();
        };

        await _round.RunAsync(default);
        Assert.That(_platform.Asked, Has.Count.EqualTo(3));

        await _round.RunAsync(default);
        Assert.That(_platform.Asked.Distinct().Count(), Is.EqualTo(6));
    }

    [Test]
    public async Task A_clock_that_was_set_back_does_not_end_the_questions()
    {
        await AwaitAsync("p1");
        _stage.Clock.Advance(TimeSpan.FromHours(10));
        await _round.RunAsync(default);

        _stage.Clock.Advance(TimeSpan.FromHours(-5));
        await _round.RunAsync(default);

        Assert.That(_platform.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Told_before_it_is_noted_so_that_no_crash_can_come_between()
    {
        await AwaitAsync("p1");
        _stage.Execute("CREATE TRIGGER killed BEFORE UPDATE OF reviewed ON posts BEGIN SELECT RAISE(ABORT, 'killed here'); END");

        Assert.That(async () => await _round.RunAsync(default), Throws.InstanceOf<System.Data.Common.DbException>());

        Assert.That(_stage.Told.Notices, Has.Count.EqualTo(1));
    }

    private Task<int> RunAfterAsync(TimeSpan time)
    {
        _stage.Clock.Advance(time);
        return _round.RunAsync(default);
    }

    private ConfirmationRound Round(IMessagingAdapter? adapter = null) => new(
        new PostConfirmations(_stage.Database),
        _stage.Scope with { Adapters = new Dictionary<string, IMessagingAdapter> { ["preview"] = adapter ?? _platform } },
        new PostingSupervision(_stage.Clock, _stage.Told, NullLogger<PostingSupervision>.Instance));

    private async Task AwaitAsync(string id)
    {
        var now = _stage.Clock.Now;
        await _stage.Outbox.PlanAsync(Some.Post(id, now), default);
        var leased = (await _stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 8, default)).Single();
        await _stage.Outbox.BeginSendAsync(leased, 0, now, default);
        await _stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Awaiting($"task-{id}", InClient), now, default);
    }

    private string State() => _stage.Query<string>("SELECT state FROM posts").Single();
}
