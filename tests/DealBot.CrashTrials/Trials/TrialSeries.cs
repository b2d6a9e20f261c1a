using System.Collections.Concurrent;

namespace DealBot.CrashTrials.Trials;

/// <summary>Runs many trials, several side by side. Most of their time is waiting, so that more run well than there are processors.</summary>
internal static class TrialSeries
{
    /// <summary>Runs trials of neighbouring seeds.</summary>
    /// <param name="trials">How many.</param>
    /// <param name="firstSeed">Seed of the first.</param>
    /// <param name="parallel">How many at once.</param>
    /// <param name="patience">How long one may take to come to rest.</param>
    /// <param name="done">Told of each result.</param>
    /// <param name="cancellationToken">Begins no more trials.</param>
    /// <returns>Results by seed.</returns>
    public static async Task<IReadOnlyList<TrialResult>> RunAsync(
        int trials, int firstSeed, int parallel, TimeSpan patience, Action<TrialResult> done, CancellationToken cancellationToken)
    {
        var parent = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "dealbot-crash-trials")).FullName;
        var results = new ConcurrentBag<TrialResult>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(firstSeed, trials), options, async (seed, _) =>
        {
            var result = await CrashTrial.RunAsync(TrialPlan.Draw(seed), parent, patience);
            results.Add(result);
            done(result);
        });
        return [.. results.OrderBy(result => result.Plan.Seed)];
    }
}
