using DealBot.Contracts;

namespace DealBot.Core.Accounts;

/// <summary>
/// What an answer of the platform does to an account. Pure functions. The rate goes down by half at a refusal and up by a step with
/// each message taken; pauses double while nothing gets through. Decision 0020 defends the figures.
/// </summary>
public static class AccountCircuit
{
    /// <summary>So many messages running without a clear answer, and the account stops.</summary>
    public const int FailuresToOpen = 3;

    private const int LeastRate = 10;
    private const int RateStep = 10;
    private const int RateAfterStop = 50;

    /// <summary>The pace that is slowed where the platform states no limit.</summary>
    private const int UsualPerMinute = 20;

    private static readonly (TimeSpan First, TimeSpan Longest) Outage = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));
    private static readonly (TimeSpan First, TimeSpan Longest) Block = (TimeSpan.FromHours(6), TimeSpan.FromHours(24));

    /// <summary>How the account stands after an answer; the same object if nothing changes.</summary>
    /// <param name="state">How it stood.</param>
    /// <param name="result">The answer.</param>
    /// <param name="limits">The platform's limits.</param>
    /// <param name="now">The present.</param>
    public static AccountState After(AccountState state, SendResult result, AdapterLimits limits, DateTimeOffset now) => result switch
    {
        // The adapter's own count of one address: nobody was asked, so nothing is known of the account, least of all that it is back.
        SendResult.Throttled { IsOwnCount: true, OnlyThisAddress: true } => state,
        // Nor when the adapter found the message unfit by itself.
        SendResult.Rejected { IsOwnCheck: true, Field: null } => state,
        // One group has closed its door; the account did what it could and is well elsewhere.
        { OnlyThisAddress: true } => Answered(state, limits, now),
        SendResult.Throttled { IsOwnCount: true } own => state with { Until = now + own.Delay, ChangedAt = now },
        SendResult.Throttled throttled => Slow(state, throttled, now),
        SendResult.Blocked blocked => Stop(state, blocked.Reason, blocked.Delay ?? Longer(state.Backoff, Block), now),
        // A setting at fault refuses every message; the owner has to act, as with a block.
        SendResult.Rejected { Field: not null } rejected => Stop(state, rejected.Reason, Longer(state.Backoff, Block), now),
        SendResult.RetryAfter retry => Trouble(state, retry.Reason, retry.Delay, now),
        // The first sign of a ban is enough: more messages are what brings it.
        SendResult.Unknown { AccountPause: { } pause } unknown => Stop(state, unknown.Reason, Longer(state.Backoff, (pause, Block.Longest)), now),
        SendResult.Unknown unknown => Trouble(state, unknown.Reason, TimeSpan.Zero, now),
        _ => Answered(state, limits, now),
    };

    /// <summary>What the owner's word does: a stopped account is tried with the next message, a slowed one is free.</summary>
    public static AccountState Resumed(AccountState state, DateTimeOffset now) => state.IsDown
        ? state with { Phase = AccountPhase.Open, Until = now, ChangedAt = now, Backoff = TimeSpan.Zero }
        : new AccountState { Since = now, ChangedAt = now };

    private static AccountState Answered(AccountState state, AdapterLimits limits, DateTimeOffset now) => state.Phase switch
    {
        AccountPhase.Closed when state.Failures == 0 => state,
        AccountPhase.Closed => state with { Failures = 0, ChangedAt = now },
        AccountPhase.Slowed when state.Rate + RateStep >= AccountState.FullRate => new AccountState { Since = now, ChangedAt = now },
        AccountPhase.Slowed => Paced(state with { Rate = state.Rate + RateStep }, limits, now),
        _ => Paced(state with { Phase = AccountPhase.Slowed, Since = now, Rate = RateAfterStop }, limits, now),
    };

    /// <summary>The next message waits as long as the rate asks for.</summary>
    private static AccountState Paced(AccountState state, AdapterLimits limits, DateTimeOffset now)
    {
        var gap = TimeSpan.FromMinutes(1) / (limits.MessagesPerMinute ?? UsualPerMinute) * AccountState.FullRate / state.Rate;
        return state with { Until = now + gap, ChangedAt = now, Failures = 0 };
    }

    private static AccountState Slow(AccountState state, SendResult.Throttled throttled, DateTimeOffset now) => state with
    {
        Phase = AccountPhase.Slowed,
        Since = state.Phase == AccountPhase.Slowed ? state.Since : now,
        ChangedAt = now,
        Until = now + throttled.Delay,
        Reason = throttled.Reason,
        Failures = 0,
        Rate = Math.Max(LeastRate, state.Rate / 2),
    };

    private static AccountState Trouble(AccountState state, Phrase reason, TimeSpan delay, DateTimeOffset now)
    {
        var failed = state with { Failures = state.Failures + 1 };
        if (!state.IsDown && failed.Failures < FailuresToOpen)
        {
            return failed with { ChangedAt = now };
        }

        var pause = Longer(state.Backoff, Outage);
        var why = new Phrase($"连续 {failed.Failures} 条没有成功，最后一条：{reason.Zh}", $"{failed.Failures} messages running did not get through, the last: {reason.En}");
        return Stop(failed, why, pause > delay ? pause : delay, now);
    }

    private static AccountState Stop(AccountState state, Phrase reason, TimeSpan pause, DateTimeOffset now) => state with
    {
        Phase = AccountPhase.Open,
        Since = state.IsDown ? state.Since : now,
        ChangedAt = now,
        Until = now + pause,
        Reason = reason,
        Backoff = pause,
    };

    private static TimeSpan Longer(TimeSpan last, (TimeSpan First, TimeSpan Longest) pauses)
    {
        var doubled = last * 2;
        return doubled < pauses.First ? pauses.First : doubled > pauses.Longest ? pauses.Longest : doubled;
    }
}
