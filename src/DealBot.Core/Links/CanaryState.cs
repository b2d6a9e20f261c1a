using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>What the test links of one account have shown.</summary>
public sealed record CanaryState
{
    public required string Network { get; init; }

    public required string Account { get; init; }

    /// <summary>When it was last tried.</summary>
    public DateTimeOffset TriedAt { get; init; }

    /// <summary>When it last worked; null if it never has.</summary>
    public DateTimeOffset? WorkedAt { get; init; }

    /// <summary>Since when it fails; null if it works.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Whether owners have been told that it fails.</summary>
    public bool IsTold { get; init; }

    /// <summary>The code of the last failure.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed last.</summary>
    public Phrase? Reason { get; init; }

    /// <summary>Whether conversion is broken by all that is known: it failed twice in a row, or once for a fault of the account.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The state after a test link that worked.</summary>
    public CanaryState Worked(DateTimeOffset now) => new() { Network = Network, Account = Account, TriedAt = now, WorkedAt = now };

    /// <summary>The state after one that did not.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="refusal">What was said.</param>
    /// <param name="isLasting">Whether it is a fault of the account that does not pass by itself.</param>
    public CanaryState Failed(DateTimeOffset now, LinkResult.Refused refusal, bool isLasting)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return this with
        {
            TriedAt = now,
            FailingSince = FailingSince ?? now,
            Failures = Failures + 1,
            Code = refusal.Code,
            Reason = refusal.Reason,
            IsBroken = IsBroken || isLasting || Failures >= 1,
        };
    }

    /// <summary>
    /// Whether it is time. Accounts have each their own minute of the interval, so that they are not all tried at once; one that is new is tried
    /// right away, one that fails sooner. A last time in the future was a clock that ran ahead.
    /// </summary>
    public bool IsDue(DateTimeOffset now, TimeSpan interval, TimeSpan offset)
    {
        if (TriedAt == default || TriedAt > now)
        {
            return true;
        }

        return FailingSince is not null
            ? now - TriedAt >= (interval < SoonAgain ? interval : SoonAgain)
            : Turn(now) > Turn(TriedAt);

        long Turn(DateTimeOffset moment) => (moment.UtcTicks - offset.Ticks) / interval.Ticks;
    }

    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(10);
}
