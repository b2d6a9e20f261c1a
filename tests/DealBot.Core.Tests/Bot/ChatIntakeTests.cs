using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Storage;

namespace DealBot.Core.Tests.Bot;

public sealed class ChatIntakeTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private BotStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new BotStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Event_that_comes_again_is_answered_once_also_after_a_restart()
    {
        await _stage.SayAsync("帮助", eventId: "same");
        await _stage.SayAsync("帮助", eventId: "same");
        _stage.Restart();
        await _stage.SayAsync("帮助", eventId: "same");

        Assert.That(_stage.Posting.Query<string>("SELECT kind FROM posts"), Is.EqualTo(new[] { "reply" }));
    }

    [Test]
    public async Task Request_that_a_crash_left_behind_is_answered_by_the_next_start_if_it_is_fresh()
    {
        await _stage.TellAsync(Message("a", _stage.Posting.Clock.Now));
        await _stage.TellAsync(Message("b", _stage.Posting.Clock.Now.AddSeconds(-90)));
        _stage.Restart();
        _stage.Posting.Clock.Advance(TimeSpan.FromSeconds(40));

        await _stage.AnswerAsync();

        Assert.That((_stage.Answers("a").Count, _stage.Answers("b").Count), Is.EqualTo((1, 0)));
        Assert.That(await _stage.Inbox.OpenAsync(default), Is.Empty);
    }

    [Test]
    public async Task What_people_say_to_each_other_is_kept_nowhere_and_requests_only_until_they_are_answered()
    {
        await _stage.SayAsync("今天好热啊");
        await _stage.SayAsync("帮助", sender: "secret-id");

        Assert.That(_stage.Posting.Query<string>("SELECT COALESCE(text, '') || COALESCE(sender, '') || verdict FROM chat_events"), Is.EqualTo(new[] { "done" }));
    }

    [Test]
    public async Task Group_without_the_bot_is_not_answered() =>
        Assert.That(await _stage.SayAsync("帮助", address: "demo2"), Is.Empty);

    [Test]
    public async Task Message_that_is_too_old_or_too_long_is_not_answered()
    {
        Assert.That(await _stage.SayAsync("帮助", at: _stage.Posting.Clock.Now.AddMinutes(-2)), Is.Empty);
        Assert.That(await _stage.SayAsync("找 " + new string('纸', 700)), Is.Empty);
    }

    [Test]
    public async Task Where_only_mentions_count_others_are_not_answered()
    {
        _stage.Posting.Config.Write(BotFile.Name, """{ "bot": { "onlyWhenMentioned": true } }""");
        _stage.Posting.Configuration.Refresh();

        Assert.That(await _stage.SayAsync("帮助"), Is.Empty);
        Assert.That(await _stage.SayAsync("帮助", isToBot: true), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Member_who_asks_too_often_is_told_once_and_duplicates_do_not_count()
    {
        _stage.Posting.Config.Write(BotFile.Name, """{ "bot": { "perMemberPerMinute": 1 } }""");
        _stage.Posting.Configuration.Refresh();

        Assert.That(await _stage.SayAsync("帮助", eventId: "1"), Has.Count.EqualTo(1));
        await _stage.SayAsync("帮助", eventId: "1");
        Assert.That(await _stage.SayAsync("帮助", eventId: "2"), Is.EqualTo(new[] { BotText.Patience.Zh }));
        Assert.That(await _stage.SayAsync("帮助", eventId: "3"), Is.Empty);
        Assert.That(_stage.Posting.Query<long>("SELECT COUNT(*) FROM posts").Single(), Is.EqualTo(2));
    }

    [Test]
    public async Task Answer_is_stale_after_two_minutes_and_goes_where_the_question_came_from()
    {
        await _stage.SayAsync("帮助");

        var row = _stage.Posting.Query<(string Address, string Owner, long Life)>("SELECT address, owner_id, expires_at - due_at FROM posts").Single();
        Assert.That(row, Is.EqualTo(("demo", "li", 120_000L)));
    }

    [Test]
    public async Task Answer_longer_than_the_platform_takes_goes_out_in_pieces()
    {
        _stage.Posting.Adapter.Limits = _stage.Posting.Adapter.Limits with { TextLength = 60 };

        var texts = await _stage.SayAsync("帮助");

        Assert.That(texts, Has.Count.GreaterThan(1));
        Assert.That(texts.Select(System.Text.Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(60));
    }

    [Test]
    public async Task Members_who_come_and_go_are_counted_once_by_the_groups_day()
    {
        var late = Some.Shanghai("2026-06-01 23:59");
        await _stage.TellAsync(new ChatEvent.MembersJoined("demo", "j1", late, 3));
        await _stage.TellAsync(new ChatEvent.MembersJoined("demo", "j1", late, 3));
        _stage.Restart();
        await _stage.TellAsync(new ChatEvent.MembersJoined("demo", "j1", late, 3));
        await _stage.TellAsync(new ChatEvent.MembersLeft("demo", "l1", late, 1));
        await _stage.TellAsync(new ChatEvent.MembersJoined("nowhere", "j1", late, 9));

        var days = await new MemberStore(_stage.Posting.Database).ReadAsync(["mama-1", "mama-2"], Day.AddDays(-1), Day.AddDays(1), default);
        Assert.That(days, Is.EqualTo(new[] { new Core.Groups.MemberDay("mama-1", Day, null, 3, 1) }));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Desk_answers_what_comes_and_what_was_left_open(CancellationToken cancellationToken)
    {
        await _stage.TellAsync(Message("before", _stage.Posting.Clock.Now));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = _stage.Desk.RunAsync(stopping.Token);
        await _stage.TellAsync(Message("after", _stage.Posting.Clock.Now));

        while (_stage.Answers("before").Count + _stage.Answers("after").Count < 2)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }

        await stopping.CancelAsync();
        await running;
        Assert.That(await _stage.Inbox.OpenAsync(default), Has.Count.LessThanOrEqualTo(2));
    }

    private static ChatEvent.MessageReceived Message(string id, DateTimeOffset at) => new("demo", id, at, BotStage.Member, "帮助", IsToBot: false);
}
