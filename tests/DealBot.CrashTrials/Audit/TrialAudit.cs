using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>Compares the ledger with what platforms and members saw. Every rule is one method; none of them knows the service's code.</summary>
internal static class TrialAudit
{
    /// <summary>All disagreements; empty if the trial passed.</summary>
    public static IReadOnlyList<Difference> Compare(Ledger ledger, TrialWorld world, TrialSpan span) =>
    [
        .. LifeAudit.Compare(span.Lives),
        .. MessageAudit.Compare(ledger.Messages(), world.Chat.Calls),
        .. UnknownAudit.Compare(ledger.Messages(), ledger.Attempts(), world.Chat.Calls, span.Lives),
        .. FolderAudit.Compare(ledger.Messages(), world.Files),
        .. SlotAudit.Compare(ledger.Posts(), span),
        .. ClickAudit.Compare(ledger, world.Members.Clicks, world.ClicksMayBeLost),
        .. OrderAudit.Compare(ledger, world.Jd.Orders),
        .. FigureAudit.Compare(ledger),
        .. FileAudit.Compare(ledger, world.Files),
    ];

    /// <summary>How much there was to go wrong.</summary>
    public static TrialCounts Count(Ledger ledger, TrialWorld world) => new(
        (int)ledger.One("SELECT COUNT(*) FROM posts WHERE kind = 'slot' AND state IN ('sent', 'awaiting', 'unknown')"),
        world.Chat.Calls.Count(call => call.Accepted),
        (int)ledger.One("SELECT COUNT(*) FROM messages WHERE state = 'unknown'"),
        world.Members.Clicks.Sum(click => click.Value.Acknowledged),
        world.Jd.Orders.Count);
}
