using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Turns a platform's answer into what is recorded. A pure function.</summary>
public static class RetryPolicy
{
    /// <summary>A message of an account that has stopped is due again at once: that the account waits is what keeps it back.</summary>
    private static readonly TimeSpan WithAccount = TimeSpan.FromSeconds(1);

    /// <param name="result">The answer.</param>
    /// <param name="attempt">Which attempt it was, from 1.</param>
    /// <param name="maxAttempts">How many there may be.</param>
    /// <param name="isStopped">Whether the answer, with those before it, has stopped the account: that is no fault of this message.</param>
    /// <param name="now">The present.</param>
    public static MessageOutcome Decide(SendResult result, int attempt, int maxAttempts, bool isStopped, DateTimeOffset now) => result switch
    {
        SendResult.Sent sent => new MessageOutcome.Sent(sent.PlatformMessageId),
        SendResult.Awaiting awaiting => new MessageOutcome.Awaiting(awaiting.TaskId, awaiting.Reason),
        SendResult.RetryAfter retry when isStopped => new MessageOutcome.TryAgain(now + WithAccount, retry.Reason, Counts: false),
        SendResult.RetryAfter retry when attempt < maxAttempts => new MessageOutcome.TryAgain(now + retry.Delay, retry.Reason),
        SendResult.RetryAfter retry => new MessageOutcome.Failed(new Phrase($"试了 {attempt} 次：{retry.Reason.Zh}", $"after {attempt} attempts: {retry.Reason.En}")),
        // Over the quota is nobody's fault and does not count as an attempt; the post's own time limit ends it.
        SendResult.Throttled throttled => new MessageOutcome.TryAgain(now + throttled.Delay, throttled.Reason, Counts: false),
        // The account goes on, so waiting with it would mean to knock at this door every second.
        SendResult.Blocked { OnlyThisAddress: true } closed => new MessageOutcome.Failed(closed.Reason),
        SendResult.Blocked blocked => new MessageOutcome.TryAgain(now + WithAccount, blocked.Reason, Counts: false),
        SendResult.Rejected rejected => new MessageOutcome.Failed(rejected.Reason),
        SendResult.Unknown unknown => new MessageOutcome.Unknown(unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "not a known result"),
    };
}
