namespace DealBot.CrashTrials.Trials;

/// <summary>What the trial knows of its own course.</summary>
/// <param name="Lives">The lives.</param>
/// <param name="SlotsFrom">Since when no slot may be missing; null if the service never got so far.</param>
/// <param name="SlotsUntil">The last slot's moment at most.</param>
internal sealed record TrialSpan(IReadOnlyList<Life> Lives, DateTimeOffset? SlotsFrom, DateTimeOffset SlotsUntil);
