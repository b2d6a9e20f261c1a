using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>
/// A message is unknown only if its sender was killed during that very send, or the platform gave no clear answer. An account sends one
/// message at a time, so a kill explains at most one unknown an account: the last that was handed over.
/// </summary>
internal static class UnknownAudit
{
    /// <summary>An answer this much older than the kill had been recorded long since.</summary>
    private static readonly TimeSpan Recording = TimeSpan.FromSeconds(5);

    private static readonly string[] Unclear = ["DropAfter", "DropBefore", "NeverAnswer", "Html", "TruncatedJson", "CutAnswer", "AnswerTwice", "BadGateway"];

    public static IEnumerable<Difference> Compare(
        IReadOnlyList<LedgerMessage> messages, IReadOnlyList<Attempt> attempts, IReadOnlyList<SeenCall> calls, IReadOnlyList<Life> lives)
    {
        foreach (var message in messages.Where(message => message.State == "unknown"))
        {
            var call = calls.LastOrDefault(call => Is(call, message) && call.At >= message.LastAttempt);
            if (call?.Fault is { } fault && Unclear.Contains(fault))
                continue;
            if (WhyNotByKill(message, call, attempts, lives) is { } why)
                yield return new Difference("every unknown is explained by a kill or an unclear answer", $"{message.Name}: {why}");
        }
    }

    private static bool Is(SeenCall call, LedgerMessage message) => (call.Address, call.Kind, call.Content) == (message.Address, message.Kind, message.Content);

    private static string? WhyNotByKill(LedgerMessage message, SeenCall? call, IReadOnlyList<Attempt> attempts, IReadOnlyList<Life> lives)
    {
        if (message.LastAttempt is not { } at)
            return "it was never handed to the platform";
        if (lives.FirstOrDefault(life => life.Holds(at)) is not { } life)
            return $"it was handed over at {at:HH:mm:ss.fff}, when nothing ran";
        if (life.End is not (LifeEnd.KilledInPhase or LifeEnd.KilledAnyway))
            return $"it was handed over at {at:HH:mm:ss.fff}, in a life that was not killed";
        if (attempts.FirstOrDefault(later => later.Adapter == message.Adapter && later.Address == message.Address && later.At > at && life.Holds(later.At)) is { } next)
            return $"the same life went on to {next.PostId}.{next.Index} at {next.At:HH:mm:ss.fff}";

        return call?.AnsweredAt is { } answered && life.EndedAt - answered > Recording
            ? $"it was answered at {answered:HH:mm:ss.fff}, long before the kill at {life.EndedAt:HH:mm:ss.fff}"
            : null;
    }
}
