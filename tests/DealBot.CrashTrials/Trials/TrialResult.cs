using DealBot.CrashTrials.Audit;

namespace DealBot.CrashTrials.Trials;

/// <summary>What came of a trial.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Lives">The lives it had, the last one included.</param>
/// <param name="Counts">How much happened in it.</param>
/// <param name="Differences">Where ledger and platforms disagree; empty if the trial passed.</param>
/// <param name="Folder">Where database, logs and the platforms' own logs lie; gone if the trial passed.</param>
/// <param name="Took">How long it took.</param>
internal sealed record TrialResult(
    TrialPlan Plan, IReadOnlyList<Life> Lives, TrialCounts Counts, IReadOnlyList<Difference> Differences, string Folder, TimeSpan Took)
{
    public bool Passed => Differences.Count == 0;

    /// <summary>What a person needs to look into a failure.</summary>
    public string Explain() => string.Join('\n', [
        $"Trial {Plan.Seed} failed; repeat it with: bash scripts/crash-trials.sh 1 {Plan.Seed}",
        .. Lives.Select((life, index) => $"  life {index + 1}: {life}"),
        .. Differences.Take(20).Select(difference => $"  {difference.Rule}: {difference.Text}"),
        .. Differences.Count > 20 ? [$"  and {Differences.Count - 20} more"] : Array.Empty<string>(),
        $"  kept in {Folder}",
    ]);
}
