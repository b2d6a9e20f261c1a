using DealBot.Contracts;

namespace DealBot.Core.Accounts;

/// <summary>How an account stands, as it is kept over restarts.</summary>
public sealed record AccountState
{
    /// <summary>The whole quota.</summary>
    public const int FullRate = 100;

    public AccountPhase Phase { get; init; } = AccountPhase.Closed;

    /// <summary>When the phase began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When this was written; a clock that shows less has been set back since, and a wait reckoned before no longer holds.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>No message before this.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Why it does not post, or not as fast as it could; null while it is <see cref="AccountPhase.Closed"/>.</summary>
    public Phrase? Reason { get; init; }

    /// <summary>How many messages running had no answer or could not be handed over.</summary>
    public int Failures { get; init; }

    /// <summary>How long it was left alone last time; the next pause is longer.</summary>
    public TimeSpan Backoff { get; init; }

    /// <summary>Part of the quota that it may use, in percent.</summary>
    public int Rate { get; init; } = FullRate;

    /// <summary>An account that nothing is known of.</summary>
    public static AccountState Fresh { get; } = new();

    /// <summary>Whether posting has stopped.</summary>
    public bool IsDown => Phase is AccountPhase.Open or AccountPhase.HalfOpen;

    /// <summary>Whether a message has to wait at a moment.</summary>
    public bool Waits(DateTimeOffset now) => Until > now && ChangedAt <= now + ClockTolerance;

    /// <summary>Clocks are set by so much without anything being wrong.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(1);
}
