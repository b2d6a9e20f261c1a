using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Accounts;

/// <summary>What becomes of posts and owners when a platform refuses: dispatcher, outbox and accounts on a real database.</summary>
public sealed class AccountsUnderRefusalTests
{
    private static readonly AccountKey Demo = new("preview", "demo");
    private static readonly SendResult Blocked = new SendResult.Blocked(new Phrase("机器人被移出群", "robot removed"));

    private PostingStage _stage = null!;
    private ToldNotices _told = null!;
    private Dispatcher _dispatcher = null!;
    private AccountWatch _watch = null!;

    [SetUp]
    public void SetUp()
    {
        (_stage, _told) = (new PostingStage(), new ToldNotices());
        Restart();
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task A_block_stops_the_account_and_its_posts_are_skipped_with_its_reason_when_their_time_is_over()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p1", "demo");
        await PlanAsync("p2", "demo");

        await RunAsync(TimeSpan.Zero, TimeSpan.FromMinutes(19));
        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(1), "nothing is posted to an account that is stopped");
        Assert.That(StateOf("p1"), Is.EqualTo(("planned", (string?)null)));

        await RunAsync(TimeSpan.FromMinutes(1));
        Assert.That(StateOf("p1"), Is.EqualTo(("skipped", "account_blocked")));
        Assert.That(StateOf("p2"), Is.EqualTo(("skipped", "account_blocked")));
    }

    [Test]
    public async Task Sixty_accounts_go_on_while_one_with_two_hundred_posts_is_stopped()
    {
        _stage.Adapter.Answer = request => request.Address == "demo" ? Blocked : new SendResult.Sent();
        for (var n = 0; n < 200; n++)
        {
            await PlanAsync($"stopped-{n}", "demo");
        }

        for (var n = 0; n < 60; n++)
        {
            await PlanAsync($"free-{n}", $"a{n}", _stage.Clock.Now.AddSeconds(1));
        }

        await RunAsync(TimeSpan.FromSeconds(1));

        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM posts WHERE state = 'sent' AND post_id LIKE 'free-%'").Single(), Is.EqualTo(60));
        Assert.That(_stage.Adapter.Sent.Count(request => request.Address == "demo"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_owner_is_told_once_what_happened_and_what_to_do_and_when_it_is_over()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p1", "demo");
        await RunAsync(TimeSpan.Zero);
        await PlanAsync("p2", "demo", _stage.Clock.Now.AddHours(6));
        await RunAsync(TimeSpan.FromHours(6));

        Assert.That(_told.Told.Select(notice => (notice.OwnerId, notice.Kind, notice.Subject)), Is.EqualTo(new[] { ("li", "account_blocked", "preview/demo") }));
        Assert.That(_told.Told[0].Text.Zh, Does.Contain("机器人被移出群").And.Contain("06-01 15:00").And.Contain("dealbot accounts resume preview/demo"));

        _stage.Adapter.Answer = _ => new SendResult.Sent();
        await PlanAsync("p3", "demo", _stage.Clock.Now.AddHours(12));
        await RunAsync(TimeSpan.FromHours(12));

        Assert.That(_told.Told[^1].Kind, Is.EqualTo("account_back"));
        Assert.That(StateOf("p3").State, Is.EqualTo("sent"));
    }

    [Test]
    public async Task The_owner_of_a_group_that_refuses_while_its_account_goes_on_is_told_once_a_day()
    {
        _stage.Adapter.Account = _ => "bot";
        _stage.Adapter.Answer = request => request.Address == "demo" ? Blocked with { OnlyThisAddress = true } : new SendResult.Sent();
        await PlanAsync("p1", "demo");
        await PlanAsync("p2", "demo");
        await PlanAsync("p3", "demo2");
        await RunAsync(TimeSpan.Zero);

        Assert.That((StateOf("p1").State, StateOf("p2").State, StateOf("p3").State), Is.EqualTo(("failed", "failed", "sent")));
        var notice = _told.Told.Single();
        Assert.That((notice.OwnerId, notice.Kind, notice.Subject), Is.EqualTo(("li", "group_closed", "preview/demo")));
        Assert.That(notice.Text.Zh, Does.StartWith($"“{_stage.Scope.Configuration.Current.FindGroup("mama-1")!.Name}”发不进去：机器人被移出群").And.Contain("其他群照常"));

        await PlanAsync("p4", "demo", _stage.Clock.Now.AddDays(1));
        await RunAsync(TimeSpan.FromDays(1));
        Assert.That(_told.Told, Has.Count.EqualTo(2));

        // Let in and shut out again: that is news.
        _stage.Adapter.Answer = _ => new SendResult.Sent();
        await PlanAsync("p5", "demo");
        await RunAsync(TimeSpan.FromMinutes(1));
        _stage.Adapter.Answer = _ => new SendResult.Rejected(Some.Phrase, "ChatId") { OnlyThisAddress = true };
        await PlanAsync("p6", "demo");
        await RunAsync(TimeSpan.FromMinutes(1));
        Assert.That(_told.Told, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_message_that_the_adapter_refuses_by_itself_does_not_bring_a_stopped_account_back()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p0", "demo");
        await RunAsync(TimeSpan.Zero);
        _told.Told.Clear();

        _stage.Adapter.Answer = _ => new SendResult.Rejected(Some.Phrase) { IsOwnCheck = true };
        await PlanAsync("p1", "demo", _stage.Clock.Now.AddHours(6));
        await RunAsync(TimeSpan.FromHours(6));

        Assert.That(StateOf("p1").State, Is.EqualTo("failed"));
        Assert.That((await StandingAsync()).IsDown, Is.True, "nobody was asked");
        Assert.That(_told.Told, Is.Empty);
    }

    [Test]
    public async Task A_stopped_account_is_tried_with_one_message_and_the_others_wait_for_its_answer()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p0", "demo");
        await RunAsync(TimeSpan.Zero);
        for (var n = 1; n <= 5; n++)
        {
            await PlanAsync($"p{n}", "demo", _stage.Clock.Now.AddHours(6));
        }

        await RunAsync(TimeSpan.FromHours(6));

        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(2), "the first block and one try");
        Assert.That((await StandingAsync()).Until, Is.EqualTo(_stage.Clock.Now.AddHours(12)));
    }

    [Test]
    public async Task A_restart_forgets_nothing()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p1", "demo");
        await RunAsync(TimeSpan.Zero);

        Restart();
        await RunAsync(TimeSpan.FromMinutes(5));

        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Resumed_by_the_owner_the_post_that_met_the_block_goes_out_if_it_is_still_fresh()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p1", "demo");
        await RunAsync(TimeSpan.Zero);
        _stage.Adapter.Answer = _ => new SendResult.Sent();

        Assert.That(await _watch.ResumeAsync(Demo, default), Is.True);
        await RunAsync(TimeSpan.FromMinutes(10));

        Assert.That(StateOf("p1").State, Is.EqualTo("sent"));
        Assert.That(await _watch.ResumeAsync(new AccountKey("preview", "demo2"), default), Is.False, "nothing to resume");
    }

    [Test]
    public async Task Changed_settings_let_every_stopped_account_be_tried()
    {
        _stage.Adapter.Answer = _ => Blocked;
        await PlanAsync("p1", "demo");
        await PlanAsync("p2", "demo2");
        await RunAsync(TimeSpan.Zero);
        _stage.Adapter.Answer = _ => new SendResult.Sent();

        await _watch.ResumeStoppedAsync(default);
        await RunAsync(TimeSpan.FromSeconds(5));

        Assert.That((StateOf("p1").State, StateOf("p2").State), Is.EqualTo(("sent", "sent")));
    }

    [Test]
    public async Task An_outage_costs_no_post_its_attempts()
    {
        _stage.Adapter.Answer = _ => new SendResult.RetryAfter(TimeSpan.FromSeconds(15), new Phrase("连不上", "unreachable"));
        await PlanAsync("p1", "demo");

        // Attempts at 0:00, 0:15 and 0:30; the third stops the account for 1, then 2, then 4 minutes.
        await RunAsync(TimeSpan.Zero, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(5));
        Assert.That(StateOf("p1").State, Is.EqualTo("planned"));

        _stage.Adapter.Answer = _ => new SendResult.Sent();
        await RunAsync(TimeSpan.FromMinutes(4));
        Assert.That(StateOf("p1").State, Is.EqualTo("sent"));
    }

    [Test]
    public async Task Three_posts_without_an_answer_stop_the_account_and_no_fourth_is_risked()
    {
        _stage.Adapter.Answer = _ => new SendResult.Unknown(new Phrase("没有回复", "no answer"));
        for (var n = 0; n < 8; n++)
        {
            await PlanAsync($"p{n}", "demo");
        }

        await RunAsync(TimeSpan.Zero);

        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(3));
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM posts WHERE state = 'unknown'").Single(), Is.EqualTo(3));
        Assert.That(_told.Told.Single().Text.Zh, Does.Contain("连续 3 条没有成功"));
    }

    [Test]
    public async Task A_throttled_account_waits_as_told_and_then_keeps_its_distance()
    {
        _stage.Adapter.Answer = _ => new SendResult.Throttled(TimeSpan.FromSeconds(60), new Phrase("太快", "too fast"));
        for (var n = 0; n < 4; n++)
        {
            await PlanAsync($"p{n}", "demo");
        }

        await RunAsync(TimeSpan.Zero, TimeSpan.FromSeconds(59));
        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(1));
        Assert.That(_told.Told.Single().Kind, Is.EqualTo("account_slow"));

        _stage.Adapter.Answer = _ => new SendResult.Sent();
        await RunAsync(TimeSpan.FromSeconds(1));
        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(2));

        // At 60 % of 20 a minute one message every 5 s.
        await RunAsync(TimeSpan.FromSeconds(4));
        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(2));
        await RunAsync(TimeSpan.FromSeconds(1));
        Assert.That(_stage.Adapter.Sent, Has.Count.EqualTo(3));
    }

    private static readonly SendResult?[] Odd =
    [
        null,
        new SendResult.Throttled(TimeSpan.Zero, Some.Phrase),
        new SendResult.Throttled(TimeSpan.MinValue, Some.Phrase),
        new SendResult.Throttled(TimeSpan.MaxValue, Some.Phrase),
        new SendResult.Throttled(TimeSpan.MaxValue, Some.Phrase, IsOwnCount: true),
        new SendResult.RetryAfter(TimeSpan.MaxValue, Some.Phrase),
        new SendResult.RetryAfter(TimeSpan.MinValue, Some.Phrase),
        new SendResult.Blocked(Some.Phrase, TimeSpan.MaxValue),
        new SendResult.Blocked(Some.Phrase, TimeSpan.MinValue),
        new SendResult.Unknown(Some.Phrase, TimeSpan.MaxValue),
    ];

    /// <summary>A plugin may be written by anybody.</summary>
    [TestCaseSource(nameof(Odd)), CancelAfter(20_000)]
    public async Task An_answer_that_makes_no_sense_loses_no_post_and_does_not_spin(SendResult? answer)
    {
        _stage.Adapter.Answer = request => request.Address == "demo" ? answer! : new SendResult.Sent();
        await PlanAsync("p1", "demo");
        await PlanAsync("p2", "demo2");

        await RunAsync(TimeSpan.Zero);

        Assert.That(_stage.Adapter.Sent.Count(request => request.Address == "demo"), Is.InRange(1, 5));
        Assert.That(StateOf("p1").State, Is.AnyOf("planned", "unknown", "failed"), "not left as being sent");
        Assert.That(StateOf("p2").State, Is.EqualTo("sent"));
    }

    /// <summary>Whatever the platform does: nobody's post is lost, and while it refuses it is hardly asked.</summary>
    [Test]
    public async Task A_day_of_a_platform_that_refuses_ends_with_every_post_accounted_for()
    {
        var random = new Random(11);
        var mood = Blocked;
        _stage.Adapter.Answer = _ => mood;
        for (var slot = 0; slot < 96; slot++)
        {
            mood = random.Next(5) switch
            {
                0 => Blocked,
                1 => new SendResult.Unknown(Some.Phrase),
                2 => new SendResult.Throttled(TimeSpan.FromMinutes(1), Some.Phrase),
                3 => new SendResult.RetryAfter(TimeSpan.FromSeconds(15), Some.Phrase),
                _ => new SendResult.Sent(),
            };
            await PlanAsync($"p{slot}", "demo");
            await RunAsync([.. Enumerable.Repeat(TimeSpan.FromMinutes(3), 5)]);
        }

        await RunAsync(TimeSpan.FromMinutes(21));

        var states = _stage.Query<(string State, string? Reason)>("SELECT state, reason_code FROM posts");
        Assert.That(states, Has.Count.EqualTo(96));
        Assert.That(states.Select(row => row.State).Distinct(), Is.SubsetOf(new[] { "sent", "skipped", "unknown" }));
        Assert.That(states.Where(row => row.State == "skipped").Select(row => row.Reason).Distinct(), Is.SubsetOf(new[] { "account_blocked", "stale" }));
    }

    private void Restart()
    {
        _watch = new AccountWatch(_stage.Accounts, _told, _stage.Scope, _stage.Clock, NullLogger<AccountWatch>.Instance);
        _dispatcher = new Dispatcher(
            _stage.Outbox,
            new MessageSender(_stage.Scope.Adapters, _stage.PictureFiles, _stage.Clock, NullLogger<MessageSender>.Instance),
            _watch,
            new DispatchSettings(_stage.Options, _stage.Clock),
            NullLogger<Dispatcher>.Instance);
    }

    private async Task PlanAsync(string id, string address, DateTimeOffset? due = null) =>
        Assert.That(await _stage.Outbox.PlanAsync(Some.Post(id, due ?? _stage.Clock.Now, address: address), default), Is.True);

    private async Task RunAsync(params TimeSpan[] steps)
    {
        foreach (var step in steps)
        {
            _stage.Clock.Advance(step);
            await _dispatcher.RunAsync(default);
        }
    }

    private Task<AccountState> StandingAsync() => _stage.Accounts.GetAsync(Demo, default);

    private (string State, string? Reason) StateOf(string post) =>
        _stage.Query<(string, string?)>($"SELECT state, reason_code FROM posts WHERE post_id = '{post}'").Single();
}
