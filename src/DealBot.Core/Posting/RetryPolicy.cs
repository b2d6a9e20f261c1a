using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Turns a platform's answer into what is recorded. A pure function.</summary>
public static class RetryPolicy
{
    public static MessageOutcome Decide(SendResult result, int attempt, int maxAttempts, DateTimeOffset now) => result switch
    {
        SendResult.Sent sent => new MessageOutcome.Sent(sent.PlatformMessageId),
        SendResult.RetryAfter retry when attempt < maxAttempts => new MessageOutcome.TryAgain(now + retry.Delay, retry.Reason),
        SendResult.RetryAfter retry => new MessageOutcome.Failed(new Phrase($"试了 {attempt} 次：{retry.Reason.Zh}", $"after {attempt} attempts: {retry.Reason.En}")),
        // Over the quota is nobody's fault and does not count as an attempt; the post's own time limit ends it.
        SendResult.Throttled throttled => new MessageOutcome.TryAgain(now + throttled.Delay, throttled.Reason, Counts: false),
        SendResult.Blocked blocked => new MessageOutcome.Failed(blocked.Reason),
        SendResult.Rejected rejected => new MessageOutcome.Failed(rejected.Reason),
        SendResult.Unknown unknown => new MessageOutcome.Unknown(unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "not a known result"),
    };
}
