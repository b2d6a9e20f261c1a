namespace DealBot.CrashTrials.Trials;

/// <summary>How much happened in a trial, by the platforms' own logs and the ledger.</summary>
internal sealed record TrialCounts(int Posts, int Messages, int Unknown, int Clicks, int Orders);
