using DealBot.CrashTrials.Audit;
using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;

namespace DealBot.EndToEnd.Crash;

/// <summary>The audits find what they are for: a trial that could not fail would prove nothing.</summary>
public sealed class AuditTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);

    [Test]
    public void Message_that_members_have_seen_once_and_the_ledger_calls_sent_is_in_order() =>
        Assert.That(MessageAudit.Compare([Message("sent")], [Call()]), Is.Empty);

    [Test]
    public void Task_that_the_platform_took_and_the_ledger_awaits_is_in_order() =>
        Assert.That(MessageAudit.Compare([Message("awaiting")], [Call()]), Is.Empty);

    [Test]
    public void Task_that_the_ledger_awaits_and_the_platform_never_took_is_found() =>
        Assert.That(Rules(MessageAudit.Compare([Message("awaiting")], [])), Is.EqualTo(new[] { "what the ledger calls sent, members have seen" }));

    [Test]
    public void Message_that_members_have_seen_twice_is_found() =>
        Assert.That(Rules(MessageAudit.Compare([Message("sent")], [Call(), Call()])), Is.EqualTo(new[] { "no message is posted twice" }));

    [TestCase("planned")]
    [TestCase("failed")]
    [TestCase("sending")]
    public void Message_that_members_have_seen_and_the_ledger_denies_is_found(string state) =>
        Assert.That(Rules(MessageAudit.Compare([Message(state)], [Call()])), Is.EqualTo(new[] { "what members have seen is sent or unknown" }));

    [Test]
    public void Message_that_the_ledger_calls_sent_and_nobody_has_seen_is_found() =>
        Assert.That(Rules(MessageAudit.Compare([Message("sent")], [Call() with { Accepted = false }])), Is.EqualTo(new[] { "what the ledger calls sent, members have seen" }));

    [Test]
    public void Message_that_the_ledger_does_not_know_is_found() =>
        Assert.That(Rules(MessageAudit.Compare([], [Call()])), Is.EqualTo(new[] { "what members have seen is one message of the ledger" }));

    [Test]
    public void Unknown_of_a_life_that_was_killed_right_then_is_explained() => Assert.That(Unknown(LifeEnd.KilledInPhase, [Handed(At)]), Is.Empty);

    [Test]
    public void Unknown_of_a_life_that_was_told_to_end_is_found() => Assert.That(Unknown(LifeEnd.Terminated, [Handed(At)]), Has.One.Items);

    [Test]
    public void Unknown_after_which_the_same_life_went_on_is_found() =>
        Assert.That(Unknown(LifeEnd.KilledInPhase, [Handed(At), Handed(At.AddSeconds(1)) with { Index = 1 }]), Has.One.Items);

    [Test]
    public void Unknown_that_was_answered_long_before_the_kill_is_found() =>
        Assert.That(Unknown(LifeEnd.KilledInPhase, [Handed(At)], answeredAt: At.AddSeconds(1)), Has.One.Items);

    [Test]
    public void Unknown_of_an_unclear_answer_is_explained() =>
        Assert.That(UnknownAudit.Compare([Message("unknown")], [Handed(At)], [Call() with { Fault = "DropAfter" }], [Life(LifeEnd.Terminated)]), Is.Empty);

    [Test]
    public void Slot_that_is_not_on_record_is_found()
    {
        var posts = TrialGroup.All.SelectMany(group => group.SlotsWithin(At, At.AddSeconds(10)).Select(slot => new LedgerPost { PostId = group.PostIdOf(slot), State = "sent" })).ToList();
        var span = new TrialSpan([], At, At.AddSeconds(10));

        Assert.That(SlotAudit.Compare(posts, span), Is.Empty);
        Assert.That(Rules(SlotAudit.Compare(posts[1..], span)), Is.EqualTo(new[] { "no slot is lost" }));
        Assert.That(Rules(SlotAudit.Compare([posts[0] with { State = "skipped" }, .. posts[1..]], span)), Is.EqualTo(new[] { "no slot is lost" }));
        Assert.That(Rules(SlotAudit.Compare([posts[0] with { State = "sending" }, .. posts[1..]], span)), Is.EqualTo(new[] { "every post comes to an end" }));
    }

    [Test]
    public void Service_that_ended_by_itself_is_found() => Assert.That(LifeAudit.Compare([Life(LifeEnd.ByItself)]), Has.One.Items);

    private static IEnumerable<string> Rules(IEnumerable<Difference> differences) => differences.Select(difference => difference.Rule);

    private static IEnumerable<Difference> Unknown(LifeEnd end, IReadOnlyList<Attempt> attempts, DateTimeOffset? answeredAt = null) =>
        UnknownAudit.Compare([Message("unknown")], attempts, [Call() with { AnsweredAt = answeredAt }], [Life(end)]);

    private static LedgerMessage Message(string state) => new("p1", 0, "wecom", "r-text", state, "text", "好价", At);

    private static SeenCall Call() => new("r-text", "text", "好价", At, Accepted: true, Fault: null);

    private static Attempt Handed(DateTimeOffset at) => new("wecom", "r-text", at, "p1", 0);

    private static Life Life(LifeEnd end) => new(null, At.AddSeconds(-5), At.AddSeconds(8), end);
}
