using DealBot.CrashTrials.Trials;
using Spectre.Console;

namespace DealBot.CrashTrials.Report;

/// <summary>Shows how far a run is: a bar on a terminal, a line a trial elsewhere. A failure is told at once and whole.</summary>
internal static class TrialProgress
{
    public static Task<IReadOnlyList<TrialResult>> RunAsync(IAnsiConsole console, int trials, Func<Action<TrialResult>, Task<IReadOnlyList<TrialResult>>> run) =>
        console.Profile.Capabilities.Interactive
            ? console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(context =>
            {
                var bar = context.AddTask("crash trials", maxValue: trials);
                return run(result =>
                {
                    bar.Increment(1);
                    TellFailure(console, result);
                });
            })
            : run(result =>
            {
                console.WriteLine($"trial {result.Plan.Seed}: {(result.Passed ? "passed" : "FAILED")}, {result.Lives.Count} lives, {result.Counts.Posts} posts, {result.Counts.Unknown} unknown, {result.Counts.Clicks} clicks, {result.Counts.Orders} orders, {result.Took.TotalSeconds:0} s");
                TellFailure(console, result);
            });

    private static void TellFailure(IAnsiConsole console, TrialResult result)
    {
        if (!result.Passed)
            console.WriteLine(result.Explain());
    }
}
