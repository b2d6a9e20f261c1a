using System.Diagnostics.Metrics;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Posting;

public sealed class DispatcherTests
{
    /// <summary>Ends a test of a dispatcher that hangs; on a busy machine a good one may take its time.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);

    private RecordingOutbox _outbox = null!;
    private FakeAdapter _adapter = null!;
    private TestClock _clock = null!;
    private TempFolder _folder = null!;
    private ConfigFolder _config = null!;
    private FakeAccountStore _accounts = null!;
    private Dispatcher _dispatcher = null!;

    [SetUp]
    public void SetUp()
    {
        (_outbox, _adapter, _clock, _folder, _config) = (new RecordingOutbox(), new FakeAdapter(), new TestClock(Some.Morning), new TempFolder(), new ConfigFolder());
        _adapter.Answer = request =>
        {
            _outbox.Note($"send {request.MessageId}");
            return new SendResult.Sent();
        };
        var adapters = new Dictionary<string, IMessagingAdapter> { ["preview"] = _adapter, ["metered"] = _adapter };
        _accounts = new FakeAccountStore();
        _dispatcher = new Dispatcher(
            _outbox,
            new MessageSender(adapters, new PictureFiles(_folder.Path, _clock), _clock, NullLogger<MessageSender>.Instance),
            new AccountWatch(_accounts, new ToldNotices(), new PostingScope(adapters, new PublicLinks(new Uri("https://d.example/")), _config.Open(), new PostingOptions()), _clock, NullLogger<AccountWatch>.Instance),
            new DispatchSettings(new PostingOptions { MaxAttempts = 3, Parallelism = 1 }, _clock) { LookAgain = TimeSpan.FromMilliseconds(5) },
            NullLogger<Dispatcher>.Instance);
    }

    [TearDown]
    public void TearDown()
    {
        _folder.Dispose();
        _config.Dispose();
    }

    [Test]
    public async Task A_post_is_leased_marked_as_sending_sent_and_recorded_message_by_message()
    {
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(2));

        Assert.That(_outbox.Calls, Is.EqualTo(new[]
        {
            "lease", "begin p.0", "send p.0", "record p.0 Sent", "begin p.1", "send p.1", "record p.1 Sent", "lease",
        }));
        Assert.That(_adapter.Sent[0], Is.EqualTo(new SendRequest("p.0", "demo", new OutgoingMessage.Text("one"))));
    }

    [Test]
    public async Task A_post_that_was_begun_before_goes_on_under_the_same_message_ids()
    {
        _outbox.Due.Add(new LeasedPost("p", "lease", "preview", "demo", [new LeasedMessage(1, 0, Text("two"))]));

        await _dispatcher.RunAsync(default);

        Assert.That(_adapter.Sent.Single().MessageId, Is.EqualTo("p.1"));
    }

    [Test]
    public async Task Nothing_is_sent_once_the_lease_is_lost()
    {
        _outbox.Due.Add(Leased("p", Text("one")));
        _outbox.HoldsLease = false;

        Assert.That(await _dispatcher.RunAsync(default), Is.Zero);

        Assert.That(_outbox.Calls, Is.EqualTo(new[] { "lease", "begin p.0", "lease" }));
    }

    [Test]
    public async Task A_post_over_the_quota_is_released_until_the_quota_allows_it_and_never_begun()
    {
        _adapter.Limits = _adapter.Limits with { MessagesPerMinute = 2 };
        _outbox.Attempts.AddRange([Some.Morning.AddSeconds(-50), Some.Morning.AddSeconds(-10)]);
        _outbox.Due.Add(Leased("p", Text("one")));

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Calls, Is.EqualTo(new[] { "lease", "release p", "lease" }));
        Assert.That(_outbox.ReleasedUntil, Is.EqualTo(Some.Morning.AddSeconds(10)));
    }

    [Test]
    public async Task A_post_that_reaches_the_quota_half_way_is_released_after_the_messages_that_fit()
    {
        _adapter.Limits = _adapter.Limits with { MessagesPerMinute = 1 };
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(1));

        Assert.That(_outbox.Calls[^2], Is.EqualTo("release p"));
        Assert.That(_outbox.ReleasedUntil, Is.EqualTo(Some.Morning.AddSeconds(60)));
    }

    [Test]
    public async Task A_throttled_account_pauses_as_a_whole_and_other_accounts_go_on()
    {
        _adapter.Answer = request => request.Address == "demo" ? new SendResult.Throttled(TimeSpan.FromSeconds(90), Some.Phrase) : new SendResult.Sent();
        _outbox.Due.AddRange([Leased("p1", Text("one")), Leased("p2", Text("two")), Leased("p3", "other", Text("three"))]);

        await _dispatcher.RunAsync(default);

        Assert.That(_adapter.Sent.Select(request => request.MessageId), Is.EqualTo(new[] { "p1.0", "p3.0" }));
        Assert.That(_outbox.Calls, Has.One.EqualTo("release p2"));
        Assert.That(_accounts.States[new AccountKey("preview", "demo")].Until, Is.EqualTo(Some.Morning.AddSeconds(90)));
        Assert.That(_outbox.Outcomes[0], Is.EqualTo(new MessageOutcome.TryAgain(Some.Morning.AddSeconds(90), Some.Phrase, Counts: false)));
    }

    [Test]
    public async Task A_bot_of_many_groups_is_one_account_posts_of_which_go_one_after_another_and_stop_together()
    {
        _adapter.Account = _ => "bot";
        _adapter.Answer = request => request.Address == "g2" ? new SendResult.Throttled(TimeSpan.FromSeconds(90), Some.Phrase) : new SendResult.Sent();
        _outbox.Due.AddRange([Leased("p1", "g1", Text("one")), Leased("p2", "g2", Text("two")), Leased("p3", "g3", Text("three"))]);

        await _dispatcher.RunAsync(default);

        Assert.That(_adapter.Sent.Select(request => request.MessageId), Is.EqualTo(new[] { "p1.0", "p2.0" }));
        Assert.That(_accounts.States.Keys.Single(), Is.EqualTo(new AccountKey("preview", "bot")));
        Assert.That(_outbox.CountedFor, Is.EqualTo(new[] { ("bot", "g1"), ("bot", "g2") }));
    }

    [Test]
    public async Task A_post_counts_for_the_account_that_the_settings_name_now_and_the_next_lease_knows_it()
    {
        _adapter.Account = _ => "new bot";
        _outbox.Due.Add(Leased("p1", "g1", Text("one")) with { Account = "old bot" });

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.CountedFor, Is.EqualTo(new[] { ("new bot", "g1") }));
        Assert.That(_accounts.Assigned["g1"], Is.EqualTo(new AccountKey("preview", "new bot")));
    }

    [Test]
    public async Task Of_messages_that_a_person_has_to_confirm_the_next_follows_at_once()
    {
        _adapter.Answer = request => new SendResult.Awaiting($"task of {request.MessageId}", Some.Phrase);
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(2));

        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.Awaiting("task of p.0", Some.Phrase), new MessageOutcome.Awaiting("task of p.1", Some.Phrase) }));
    }

    [Test]
    public async Task The_least_gap_of_an_account_holds_before_every_message()
    {
        _adapter.Limits = _adapter.Limits with { LeastGap = TimeSpan.FromSeconds(3) };
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(1));

        Assert.That(_outbox.ReleasedUntil, Is.EqualTo(Some.Morning.AddSeconds(3)));
    }

    [Test]
    public async Task A_gap_of_less_than_a_second_is_waited_out_on_the_spot()
    {
        _adapter.Limits = _adapter.Limits with { LeastGap = TimeSpan.FromMilliseconds(1) };
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(2));

        Assert.That(_outbox.Calls, Has.None.StartsWith("release"));
    }

    [Test]
    public async Task A_short_gap_does_not_let_a_message_out_that_another_window_holds_back()
    {
        _adapter.Limits = _adapter.Limits with { LeastGap = TimeSpan.FromMilliseconds(1), MessagesPerMinute = 1 };
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(1));

        Assert.That(_outbox.ReleasedUntil, Is.EqualTo(Some.Morning.AddSeconds(60)));
    }

    [Test]
    public async Task A_pause_is_over_when_its_time_has_come()
    {
        _adapter.Answer = _ => new SendResult.Throttled(TimeSpan.FromSeconds(90), Some.Phrase);
        var post = Leased("p", Text("one"));
        _outbox.Due.Add(post);
        await _dispatcher.RunAsync(default);

        _clock.Advance(TimeSpan.FromSeconds(89));
        _outbox.Due.Add(post);
        await _dispatcher.RunAsync(default);
        Assert.That(_adapter.Sent, Has.Count.EqualTo(1));

        _clock.Advance(TimeSpan.FromSeconds(1));
        _outbox.Due.Add(post);
        await _dispatcher.RunAsync(default);
        Assert.That(_adapter.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_blocked_account_is_left_alone_and_its_posts_stay_planned()
    {
        _adapter.Answer = _ => new SendResult.Blocked(Some.Phrase);
        _outbox.Due.AddRange([Leased("p1", Text("one")), Leased("p2", Text("two"))]);

        await _dispatcher.RunAsync(default);

        Assert.That(_adapter.Sent, Has.Count.EqualTo(1));
        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.TryAgain(Some.Morning.AddSeconds(1), Some.Phrase, Counts: false) }));
        Assert.That(_outbox.Calls, Has.One.EqualTo("release p2"));
    }

    [Test]
    public async Task What_is_wrong_with_one_account_does_not_keep_others_from_posting()
    {
        _outbox.Due.AddRange([Leased("p1", Text("one")), Leased("p2", "other", Text("two"))]);
        _outbox.Fault = post => post.PostId == "p1" ? new SqliteException("database is locked", 5) : null;

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(1));

        Assert.That(_adapter.Sent.Single().MessageId, Is.EqualTo("p2.0"));
    }

    [Test]
    public async Task A_platform_that_hangs_does_not_hold_up_what_becomes_due_on_another()
    {
        var other = new TaskCompletionSource();
        _adapter.Pause = request =>
        {
            if (request.MessageId == "p2.0")
            {
                other.SetResult();
                return Task.CompletedTask;
            }

            _outbox.Due.Add(Leased("p2", Text("two")) with { Adapter = "metered" });
            return other.Task.WaitAsync(Hanging);
        };
        _outbox.Due.Add(Leased("p1", Text("one")));

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.Sent(null), new MessageOutcome.Sent(null) }), "neither waited in vain for the other");
    }

    [Test]
    public async Task A_database_that_is_busy_for_a_moment_while_a_platform_hangs_does_not_hold_up_what_becomes_due_on_another()
    {
        var other = new TaskCompletionSource();
        var leases = 0;
        _outbox.LeaseFault = () => ++leases == 2 ? new SqliteException("database is locked", 5) : null;
        _adapter.Pause = request =>
        {
            if (request.MessageId == "p2.0")
            {
                other.SetResult();
                return Task.CompletedTask;
            }

            _outbox.Due.Add(Leased("p2", Text("two")) with { Adapter = "metered" });
            return other.Task.WaitAsync(Hanging);
        };
        _outbox.Due.Add(Leased("p1", Text("one")));

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.Sent(null), new MessageOutcome.Sent(null) }));
    }

    [Test]
    public async Task An_answer_that_the_database_does_not_take_is_kept_and_recorded_in_the_next_round()
    {
        _outbox.RecordFault = new SqliteException("database or disk is full", 13);
        _outbox.Due.Add(Leased("p", Text("one")));
        await _dispatcher.RunAsync(default);
        Assert.That(_outbox.Outcomes, Is.Empty);

        _outbox.RecordFault = null;
        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.Sent(null) }));
        Assert.That(_adapter.Sent, Has.Count.EqualTo(1), "what was sent is not sent again");
    }

    [Test]
    public async Task Posts_that_a_fault_kept_from_being_sent_are_given_back_as_soon_as_the_database_takes_it()
    {
        _outbox.Due.AddRange([Leased("p1", Text("one")), Leased("p2", Text("two"))]);
        var full = new SqliteException("database or disk is full", 13);
        (_outbox.Fault, _outbox.ReleaseFault) = (_ => full, full);
        await _dispatcher.RunAsync(default);
        Assert.That(_outbox.Calls, Has.None.StartsWith("release"));

        (_outbox.Fault, _outbox.ReleaseFault) = (_ => null, null);
        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Calls.Where(call => call.StartsWith("release", StringComparison.Ordinal)), Is.EqualTo(new[] { "release p1", "release p2" }));
        Assert.That(_outbox.ReleasedUntil, Is.EqualTo(Some.Morning.AddSeconds(5)), "not within the same round again and again");
    }

    [Test]
    public async Task A_post_whose_answer_is_not_on_record_goes_no_further_and_is_given_back_after_the_answer()
    {
        _outbox.RecordFault = new SqliteException("database or disk is full", 13);
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));
        await _dispatcher.RunAsync(default);
        Assert.That(_adapter.Sent, Has.Count.EqualTo(1));

        _outbox.RecordFault = null;
        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Calls[^3..], Is.EqualTo(new[] { "record p.0 Sent", "release p", "lease" }));
    }

    [Test]
    public async Task An_answer_that_is_held_is_recorded_while_the_round_goes_on()
    {
        _outbox.RecordFault = new SqliteException("database or disk is full", 13);
        _outbox.Due.AddRange([Leased("p1", Text("one")), Leased("p2", Text("two")) with { Adapter = "metered" }]);
        _adapter.Pause = request =>
        {
            if (request.MessageId == "p1.0")
            {
                return Task.CompletedTask;
            }

            _outbox.RecordFault = null;
            return _outbox.FirstRecorded.Task.WaitAsync(Hanging);
        };

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.Sent(null), new MessageOutcome.Sent(null) }), "while a platform hangs, the lease of the other post must not end unanswered");
    }

    [Test]
    public async Task A_stop_lets_the_post_under_way_end_and_gives_everything_else_back()
    {
        using var stopping = new CancellationTokenSource();
        _adapter.Answer = _ =>
        {
            stopping.Cancel();
            return new SendResult.Sent();
        };
        _outbox.Due.AddRange([Leased("p1", Text("one"), Text("two")), Leased("p2", Text("three")), Leased("p3", "other", Text("four"))]);

        Assert.That(async () => await _dispatcher.RunAsync(stopping.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(_outbox.Calls, Is.EqualTo(new[] { "lease", "begin p1.0", "record p1.0 Sent", "begin p1.1", "record p1.1 Sent", "release p2", "release p3" }));
    }

    [Test]
    public async Task A_card_whose_link_is_broken_fails_and_the_adapter_is_not_asked()
    {
        _outbox.Due.Add(Leased("p", StoredMessage.OfNews("title", "", "http://")));

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes.Single(), Is.InstanceOf<MessageOutcome.Failed>());
        Assert.That(_adapter.Sent, Is.Empty);
    }

    [Test]
    public async Task Answers_and_how_long_they_took_are_counted_by_adapter()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "DealBot")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Add($"{instrument.Name} {value} {Adapter(tags)}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => counted.Add($"{instrument.Name} {Adapter(tags)}"));
        listener.Start();
        _adapter.Answer = request => request.MessageId switch
        {
            "p1.0" => new SendResult.Sent(),
            "p2.0" => new SendResult.Unknown(Some.Phrase),
            _ => new SendResult.Rejected(Some.Phrase),
        };
        _outbox.Due.AddRange(new[] { Leased("p1", Text("one")), Leased("p2", Text("two")), Leased("p3", Text("three")) }.Select(post => post with { Adapter = "metered" }));

        await _dispatcher.RunAsync(default);

        // The meter is the whole process's; other tests use other adapters.
        Assert.That(counted.Where(line => line.EndsWith("metered", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "dealbot.posts.sent 1 metered", "dealbot.push.duration metered",
            "dealbot.posts.unknown 1 metered", "dealbot.push.duration metered",
            "dealbot.posts.failed 1 metered", "dealbot.push.duration metered",
        }));
    }

    [Test]
    public async Task A_message_that_does_not_get_through_holds_back_the_rest_of_its_post()
    {
        _adapter.Answer = _ => new SendResult.RetryAfter(TimeSpan.FromSeconds(5), Some.Phrase);
        _outbox.Due.Add(Leased("p", Text("one"), Text("two")));

        await _dispatcher.RunAsync(default);

        Assert.That(_adapter.Sent, Has.Count.EqualTo(1));
        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { new MessageOutcome.TryAgain(Some.Morning.AddSeconds(5), Some.Phrase) }));
    }

    [Test]
    public async Task Attempts_of_earlier_rounds_count()
    {
        _adapter.Answer = _ => new SendResult.RetryAfter(TimeSpan.FromSeconds(5), Some.Phrase);
        _outbox.Due.Add(new LeasedPost("p", "lease", "preview", "demo", [new LeasedMessage(0, 2, Text("one"))]));

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes.Single(), Is.InstanceOf<MessageOutcome.Failed>());
    }

    [Test]
    public async Task Whatever_escapes_an_adapter_the_outcome_is_unknown_and_others_go_on()
    {
        _adapter.Answer = request => request.MessageId == "p1.0" ? throw new InvalidOperationException("adapter bug with key=secret") : new SendResult.Sent();
        _outbox.Due.AddRange([Leased("p1", Text("one")), Leased("p2", Text("two"))]);

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(1));

        Assert.That(_outbox.Outcomes[0], Is.InstanceOf<MessageOutcome.Unknown>());
        Assert.That(_outbox.Outcomes[0].ToString(), Does.Not.Contain("secret"), "messages of exceptions may hold secrets");
    }

    [Test]
    public async Task What_the_platform_answered_is_kept_even_if_the_host_is_being_stopped()
    {
        using var stopping = new CancellationTokenSource();
        _adapter.Answer = _ =>
        {
            stopping.Cancel();
            return new SendResult.Sent();
        };
        _outbox.Due.Add(Leased("p", Text("one")));

        try
        {
            await _dispatcher.RunAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The round may end so; what counts is what was recorded.
        }

        Assert.That(_outbox.Calls, Has.One.EqualTo("record p.0 Sent"));
        Assert.That(_adapter.MayBeTorn, Is.False, "a torn send would leave a message of unknown fate");
    }

    [Test]
    public async Task A_missing_picture_fails_its_post_and_the_adapter_is_not_asked()
    {
        _outbox.Due.AddRange([Leased("p1", StoredMessage.OfImage("gone.jpg")), Leased("p2", Text("two"))]);

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes, Is.EqualTo(new[] { (MessageOutcome)new MessageOutcome.Failed(((MessageOutcome.Failed)_outbox.Outcomes[0]).Reason), new MessageOutcome.Sent(null) }));
        Assert.That(_adapter.Sent.Single().MessageId, Is.EqualTo("p2.0"));
    }

    [Test]
    public async Task A_full_batch_is_followed_by_the_next_until_nothing_is_due()
    {
        for (var n = 0; n < 100; n++)
        {
            _outbox.Due.Add(Leased($"p{n}", StoredMessage.OfText("x")) with { Address = $"a{n}" });
        }

        Assert.That(await _dispatcher.RunAsync(default), Is.EqualTo(100));
    }

    [Test]
    public async Task A_picture_is_sent_with_its_bytes_and_type()
    {
        var pictures = new PictureFiles(_folder.Path, _clock);
        _outbox.Due.Add(Leased("p", StoredMessage.OfImage(pictures.Write(PictureFiles.Posters, "a.jpg", [1, 2, 3])), StoredMessage.OfImage(pictures.Write(PictureFiles.Posters, "b.png", [4]))));

        await _dispatcher.RunAsync(default);

        var images = _adapter.Sent.Select(request => (OutgoingMessage.Image)request.Message).ToList();
        Assert.That(images[0].Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(images.Select(image => image.MediaType), Is.EqualTo(new[] { "image/jpeg", "image/png" }));
    }

    [Test]
    public async Task A_post_whose_adapter_is_gone_fails()
    {
        _outbox.Due.Add(Leased("p", Text("one")) with { Adapter = "removed" });

        await _dispatcher.RunAsync(default);

        Assert.That(_outbox.Outcomes.Single(), Is.InstanceOf<MessageOutcome.Failed>());
        Assert.That(_outbox.Calls, Has.None.StartsWith("begin"));
    }

    private static object? Adapter(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags[0].Value;

    private static StoredMessage Text(string text) => StoredMessage.OfText(text);

    private static LeasedPost Leased(string id, params StoredMessage[] messages) => Leased(id, "demo", messages);

    private static LeasedPost Leased(string id, string address, params StoredMessage[] messages) =>
        new(id, "lease", "preview", address, [.. messages.Select((message, index) => new LeasedMessage(index, 0, message))]);
}
