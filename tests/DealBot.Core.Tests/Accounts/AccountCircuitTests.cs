using DealBot.Contracts;
using DealBot.Core.Accounts;

namespace DealBot.Core.Tests.Accounts;

public sealed class AccountCircuitTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly AdapterLimits Limits = new() { Kinds = MessageKinds.Text, TextLength = 2048, MessagesPerMinute = 20 };
    private static readonly SendResult Sent = new SendResult.Sent();
    private static readonly SendResult Timeout = new SendResult.Unknown(new Phrase("没有回复", "no answer"));
    private static readonly SendResult Busy = new SendResult.RetryAfter(TimeSpan.FromSeconds(10), Some.Phrase);
    private static readonly SendResult Blocked = new SendResult.Blocked(Some.Phrase);

    [Test]
    public void An_account_that_posts_well_is_not_written_anew() =>
        Assert.That(AccountCircuit.After(AccountState.Fresh, Sent, Limits, Now), Is.SameAs(AccountState.Fresh));

    [Test]
    public void Throttled_it_waits_as_long_as_the_platform_says_and_goes_on_at_half_its_rate()
    {
        var state = After(AccountState.Fresh, Throttled(90));

        Assert.That((state.Phase, state.Until, state.Rate, state.Reason), Is.EqualTo((AccountPhase.Slowed, Now.AddSeconds(90), 50, Some.Phrase)));
    }

    [Test]
    public void A_group_that_closed_its_door_does_not_stop_the_account_for_others()
    {
        SendResult[] refusals = [new SendResult.Blocked(Some.Phrase) { OnlyThisAddress = true }, new SendResult.Rejected(Some.Phrase, "ChatId") { OnlyThisAddress = true }];

        Assert.That(Run(AccountState.Fresh, refusals), Is.SameAs(AccountState.Fresh));
    }

    [TestCase(AccountPhase.Slowed)]
    [TestCase(AccountPhase.HalfOpen)]
    public void The_own_count_of_one_group_does_not_bring_an_account_back(AccountPhase phase)
    {
        var before = AccountState.Fresh with { Phase = phase, Rate = 20, Until = Now, Reason = Some.Phrase };
        var ownCount = new SendResult.Throttled(TimeSpan.FromSeconds(30), Some.Phrase, IsOwnCount: true) { OnlyThisAddress = true };

        Assert.That(After(before, ownCount), Is.SameAs(before));
    }

    [TestCase(AccountPhase.Closed)]
    [TestCase(AccountPhase.Slowed)]
    [TestCase(AccountPhase.HalfOpen)]
    public void A_message_that_the_adapter_found_unfit_tells_nothing_of_the_account(AccountPhase phase)
    {
        var before = AccountState.Fresh with { Phase = phase, Failures = 2, Rate = 20, Until = Now, Reason = Some.Phrase };

        Assert.That(After(before, new SendResult.Rejected(Some.Phrase) { IsOwnCheck = true }), Is.SameAs(before));
        Assert.That(After(before, new SendResult.Rejected(Some.Phrase)), Is.Not.SameAs(before), "the platform's own word is an answer");
    }

    [Test]
    public void The_first_sign_of_a_ban_stops_the_account_and_each_further_one_for_twice_as_long()
    {
        var sign = new SendResult.Unknown(Some.Phrase, TimeSpan.FromMinutes(30));

        var once = After(AccountState.Fresh, sign);
        var twice = After(once, sign);

        Assert.That((once.Phase, once.Until, once.Reason), Is.EqualTo((AccountPhase.Open, Now.AddMinutes(30), Some.Phrase)));
        Assert.That((twice.Phase, twice.Until), Is.EqualTo((AccountPhase.Open, Now.AddHours(1))));
    }

    [TestCase(1, 50)]
    [TestCase(2, 25)]
    [TestCase(3, 12)]
    [TestCase(4, 10)]
    [TestCase(9, 10)]
    public void Each_refusal_halves_the_rate_down_to_a_tenth(int refusals, int rate) =>
        Assert.That(Run(AccountState.Fresh, Enumerable.Repeat(Throttled(60), refusals)).Rate, Is.EqualTo(rate));

    [Test]
    public void Each_message_taken_raises_the_rate_by_a_step_until_the_account_is_free()
    {
        var state = After(AccountState.Fresh, Throttled(60));
        var rates = new List<(AccountPhase, int)>();
        for (var n = 0; n < 5; n++)
        {
            state = After(state, Sent);
            rates.Add((state.Phase, state.Rate));
        }

        Assert.That(rates, Is.EqualTo(new[]
        {
            (AccountPhase.Slowed, 60), (AccountPhase.Slowed, 70), (AccountPhase.Slowed, 80), (AccountPhase.Slowed, 90), (AccountPhase.Closed, 100),
        }));
        Assert.That(state.Reason, Is.Null);
    }

    [TestCase(20, 60, 5)]
    [TestCase(20, 30, 10)]
    [TestCase(100, 60, 1)]
    [TestCase(null, 60, 5)]
    public void While_slowed_messages_keep_the_distance_that_the_rate_asks_for(int? perMinute, int rate, double seconds)
    {
        var slowed = AccountState.Fresh with { Phase = AccountPhase.Slowed, Rate = rate - 10 };

        var state = AccountCircuit.After(slowed, Sent, Limits with { MessagesPerMinute = perMinute }, Now);

        Assert.That(state.Until - Now, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void The_adapters_own_count_lets_the_account_wait_and_does_not_slow_it()
    {
        var state = After(AccountState.Fresh, new SendResult.Throttled(TimeSpan.FromSeconds(15), Some.Phrase, IsOwnCount: true));

        Assert.That((state.Phase, state.Rate, state.Until), Is.EqualTo((AccountPhase.Closed, 100, Now.AddSeconds(15))));
    }

    [Test]
    public void Three_messages_running_without_an_answer_stop_it_for_a_minute()
    {
        Assert.That(Run(AccountState.Fresh, [Timeout, Busy]).Phase, Is.EqualTo(AccountPhase.Closed));

        var state = Run(AccountState.Fresh, [Timeout, Busy, Timeout]);

        Assert.That((state.Phase, state.Until), Is.EqualTo((AccountPhase.Open, Now.AddMinutes(1))));
        Assert.That(state.Reason!.Zh, Is.EqualTo("连续 3 条没有成功，最后一条：没有回复"));
    }

    [Test]
    public void A_message_taken_in_between_breaks_the_run() =>
        Assert.That(Run(AccountState.Fresh, [Timeout, Timeout, Sent, Timeout, Timeout]).Phase, Is.EqualTo(AccountPhase.Closed));

    [Test]
    public void A_message_refused_for_itself_breaks_the_run_too_since_the_platform_answered() =>
        Assert.That(Run(AccountState.Fresh, [Timeout, Timeout, new SendResult.Rejected(Some.Phrase), Timeout]).Phase, Is.EqualTo(AccountPhase.Closed));

    [Test]
    public void Each_try_that_fails_doubles_the_pause_up_to_half_an_hour()
    {
        var state = Run(AccountState.Fresh, [Timeout, Timeout, Timeout]);
        var pauses = new List<double>();
        for (var n = 0; n < 6; n++)
        {
            state = After(Trying(state), Timeout);
            pauses.Add((state.Until - Now).TotalMinutes);
        }

        Assert.That(pauses, Is.EqualTo(new[] { 2d, 4, 8, 16, 30, 30 }));
    }

    [Test]
    public void A_platform_that_says_when_to_come_back_is_not_asked_sooner()
    {
        var wait = new SendResult.RetryAfter(TimeSpan.FromMinutes(7), Some.Phrase);

        Assert.That(Run(AccountState.Fresh, [wait, wait, wait]).Until, Is.EqualTo(Now.AddMinutes(7)));
    }

    [Test]
    public void A_block_of_stated_length_is_waited_for_exactly() =>
        Assert.That(After(AccountState.Fresh, new SendResult.Blocked(Some.Phrase, TimeSpan.FromMinutes(10))).Until, Is.EqualTo(Now.AddMinutes(10)));

    [Test]
    public void A_block_without_an_end_is_tried_after_6_12_and_then_every_24_hours()
    {
        var state = After(AccountState.Fresh, Blocked);
        var pauses = new List<double> { (state.Until - Now).TotalHours };
        for (var n = 0; n < 3; n++)
        {
            state = After(Trying(state), Blocked);
            pauses.Add((state.Until - Now).TotalHours);
        }

        Assert.That(pauses, Is.EqualTo(new[] { 6d, 12, 24, 24 }));
        Assert.That(state.Since, Is.EqualTo(Now), "it has been stopped since the first block");
    }

    [Test]
    public void A_setting_that_the_platform_refuses_stops_the_account_like_a_block() =>
        Assert.That(After(AccountState.Fresh, new SendResult.Rejected(Some.Phrase, "Key")).Phase, Is.EqualTo(AccountPhase.Open));

    [Test]
    public void A_try_that_succeeds_brings_it_back_slowly()
    {
        var back = After(Trying(After(AccountState.Fresh, Blocked)), Sent);

        Assert.That((back.Phase, back.Rate, back.Until), Is.EqualTo((AccountPhase.Slowed, 50, Now.AddSeconds(6))));
        Assert.That(Run(back, Enumerable.Repeat(Sent, 5)).Phase, Is.EqualTo(AccountPhase.Closed));
    }

    [Test]
    public void One_that_stops_again_before_it_was_free_pauses_longer_and_one_that_was_free_begins_anew()
    {
        var back = After(Trying(After(AccountState.Fresh, Blocked)), Sent);

        Assert.That((After(back, Blocked).Until - Now).TotalHours, Is.EqualTo(12));
        Assert.That((After(Run(back, Enumerable.Repeat(Sent, 5)), Blocked).Until - Now).TotalHours, Is.EqualTo(6));
    }

    [Test]
    public void Resumed_a_stopped_account_is_tried_at_once_and_a_slowed_one_is_free()
    {
        var stopped = AccountCircuit.Resumed(After(AccountState.Fresh, Blocked), Now);
        var slowed = AccountCircuit.Resumed(After(AccountState.Fresh, Throttled(60)), Now);

        Assert.That((stopped.Phase, stopped.Waits(Now)), Is.EqualTo((AccountPhase.Open, false)));
        Assert.That((slowed.Phase, slowed.Waits(Now), slowed.Rate), Is.EqualTo((AccountPhase.Closed, false, 100)));
    }

    [Test]
    public void A_wait_does_not_outlive_a_clock_that_was_set_back()
    {
        var stopped = After(AccountState.Fresh, Blocked);

        Assert.That(stopped.Waits(Now.AddSeconds(-30)), Is.True, "clocks are set by seconds all the time");
        Assert.That(stopped.Waits(Now.AddHours(-1)), Is.False);
    }

    /// <summary>Whatever the platform answers, in whatever order: what a reader of the rows goes by always holds.</summary>
    [Test]
    public void Whatever_the_platform_answers_the_state_makes_sense()
    {
        SendResult[] answers = [Sent, Timeout, Busy, Blocked, Throttled(60), new SendResult.Rejected(Some.Phrase), new SendResult.Rejected(Some.Phrase, "Key")];
        var random = new Random(618);
        var state = AccountState.Fresh;
        var now = Now;
        for (var n = 0; n < 2_000; n++)
        {
            state = AccountCircuit.After(state, answers[random.Next(answers.Length)], Limits, now);

            Assert.That(state.Rate, Is.InRange(10, 100));
            Assert.That(state.Until - now, Is.LessThanOrEqualTo(TimeSpan.FromHours(24)));
            Assert.That(state.Phase == AccountPhase.Closed || state.Reason is not null, Is.True, "what is held back has a reason");
            Assert.That(state.Phase != AccountPhase.Open || state.Waits(now), Is.True, "what has just stopped waits");
            Assert.That(state.Phase != AccountPhase.Closed || state.Failures < AccountCircuit.FailuresToOpen, Is.True);
            now = state.Until > now ? state.Until : now.AddSeconds(1);
            state = state.IsDown ? Trying(state) : state;
        }
    }

    private static AccountState Trying(AccountState state) => state with { Phase = AccountPhase.HalfOpen };

    private static SendResult Throttled(int seconds) => new SendResult.Throttled(TimeSpan.FromSeconds(seconds), Some.Phrase);

    private static AccountState After(AccountState state, SendResult result) => AccountCircuit.After(state, result, Limits, Now);

    private static AccountState Run(AccountState state, IEnumerable<SendResult> results) => results.Aggregate(state, After);
}
