using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Tests.Posting;

public sealed class RetryPolicyTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private static SendResult[] Answers =>
        [new SendResult.RetryAfter(Delay, Some.Phrase), new SendResult.Awaiting("task", Some.Phrase), new SendResult.Unknown(Some.Phrase), new SendResult.Blocked(Some.Phrase)];

    [Test]
    public void What_was_sent_is_kept_with_its_id() => Assert.That(Decide(new SendResult.Sent("id")), Is.EqualTo(new MessageOutcome.Sent("id")));

    [TestCase(1)]
    [TestCase(3)]
    public void A_passing_fault_is_tried_again_after_its_delay(int attempt) =>
        Assert.That(Decide(new SendResult.RetryAfter(Delay, Some.Phrase), attempt), Is.EqualTo(new MessageOutcome.TryAgain(Now + Delay, Some.Phrase)));

    [Test]
    public void A_passing_fault_is_given_up_at_the_last_attempt_with_its_reason()
    {
        var outcome = (MessageOutcome.Failed)Decide(new SendResult.RetryAfter(Delay, Some.Phrase), attempt: 4);

        Assert.That(outcome.Reason.Zh, Does.Contain("4").And.Contain(Some.Phrase.Zh));
        Assert.That(outcome.Reason.En, Does.Contain("4").And.Contain(Some.Phrase.En));
    }

    [Test]
    public void Over_the_quota_is_tried_again_however_often() =>
        Assert.That(Decide(new SendResult.Throttled(Delay, Some.Phrase), attempt: 99), Is.EqualTo(new MessageOutcome.TryAgain(Now + Delay, Some.Phrase, Counts: false)));

    [Test]
    public void What_a_blocked_account_could_not_send_stays_planned_with_it() =>
        Assert.That(Decide(new SendResult.Blocked(Some.Phrase), attempt: 99), Is.EqualTo(new MessageOutcome.TryAgain(Now.AddSeconds(1), Some.Phrase, Counts: false)));

    [TestCaseSource(nameof(Answers))]
    public void What_became_of_a_message_is_logged_in_English(SendResult answer) =>
        Assert.That(Decide(answer).ToString(), Does.Contain(Some.Phrase.En).And.Not.Contain(Some.Phrase.Zh));

    [Test]
    public void A_task_that_a_person_has_to_confirm_is_taken_and_never_tried_again() =>
        Assert.That(Decide(new SendResult.Awaiting("task", Some.Phrase), attempt: 99), Is.EqualTo(new MessageOutcome.Awaiting("task", Some.Phrase)));

    [Test]
    public void What_one_group_alone_refuses_is_final_since_nothing_else_would_hold_it_back() =>
        Assert.That(
            Decide(new SendResult.Blocked(Some.Phrase) { OnlyThisAddress = true }), Is.EqualTo(new MessageOutcome.Failed(Some.Phrase)));

    [Test]
    public void A_passing_fault_that_stopped_the_account_is_not_the_messages_fault() =>
        Assert.That(
            Decide(new SendResult.RetryAfter(Delay, Some.Phrase), attempt: 4, isStopped: true),
            Is.EqualTo(new MessageOutcome.TryAgain(Now.AddSeconds(1), Some.Phrase, Counts: false)));

    [Test]
    public void A_refusal_is_final()
    {
        Assert.That(Decide(new SendResult.Rejected(Some.Phrase, "Key")), Is.EqualTo(new MessageOutcome.Failed(Some.Phrase)));
    }

    [Test]
    public void An_unknown_outcome_is_never_tried_again() =>
        Assert.That(Decide(new SendResult.Unknown(Some.Phrase)), Is.EqualTo(new MessageOutcome.Unknown(Some.Phrase)));

    private static MessageOutcome Decide(SendResult result, int attempt = 1, bool isStopped = false) => RetryPolicy.Decide(result, attempt, maxAttempts: 4, isStopped, Now);
}
