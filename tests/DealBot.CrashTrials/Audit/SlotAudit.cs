using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>No slot is lost: each is on record, at its end, and sent unless it is unknown or its owner has yet to confirm it. A trial is too short for any to become stale.</summary>
internal static class SlotAudit
{
    /// <summary>What becomes of a slot that an edit takes away.</summary>
    private const string Withdrawn = "edited";

    /// <summary>What becomes of a slot that went by before it was planned.</summary>
    private const string Missed = "missed";

    public static IEnumerable<Difference> Compare(IReadOnlyList<LedgerPost> posts, TrialSpan span)
    {
        if (span.SlotsFrom is not { } from)
            return [new Difference("the service gets so far as to plan", "no slot was ever on record")];

        var byId = posts.ToDictionary(post => post.PostId);
        var missing = TrialGroup.All
            .SelectMany(group => group.SlotsWithin(from, span.SlotsUntil).Select(group.PostIdOf))
            .Where(id => !byId.ContainsKey(id))
            .Select(id => new Difference("no slot is lost", $"{id} is not on record"));
        return [.. missing, .. posts.Where(post => !IsNobodys(post, from, span.SlotsUntil)).SelectMany(Judge)];
    }

    /// <summary>Slots of the time before the service first ran, and those that the edit at the end has taken away.</summary>
    private static bool IsNobodys(LedgerPost post, DateTimeOffset from, DateTimeOffset until) => post.ReasonCode switch
    {
        Missed => post.DueAt < from.ToUnixTimeMilliseconds(),
        Withdrawn => post.DueAt > until.ToUnixTimeMilliseconds(),
        _ => false,
    };

    private static IEnumerable<Difference> Judge(LedgerPost post)
    {
        if (post.State is "planned" or "leased" or "sending")
            yield return new Difference("every post comes to an end", $"{post.PostId} is still {post.State}");
        else if (post.State is not ("sent" or "awaiting" or "unknown"))
            yield return new Difference("no slot is lost", $"{post.PostId} is {post.State}: {post.ReasonCode} {post.ReasonZh}");
    }
}
