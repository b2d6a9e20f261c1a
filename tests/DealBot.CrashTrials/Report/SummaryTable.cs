using System.Globalization;
using DealBot.CrashTrials.Trials;
using Spectre.Console;

namespace DealBot.CrashTrials.Report;

/// <summary>What all trials of a run amount to.</summary>
internal static class SummaryTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<TrialResult> results, TimeSpan took)
    {
        console.Write(Kills(results));
        console.Write(Totals(results, took));
    }

    private static Table Kills(IReadOnlyList<TrialResult> results)
    {
        var table = new Table().AddColumn("killed while").AddColumn(Right("kills")).AddColumn(Right("phase did not come"));
        var lives = results.SelectMany(result => result.Lives).Where(life => life.Plan is not null).ToLookup(life => life.Plan!.Phase);
        foreach (var phase in Enum.GetValues<KillPhase>())
            table.AddRow(phase.ToString(), Number(lives[phase].Count(life => life.End == LifeEnd.KilledInPhase)), Number(lives[phase].Count(life => life.End == LifeEnd.KilledAnyway)));
        return table;
    }

    private static Table Totals(IReadOnlyList<TrialResult> results, TimeSpan took) => new Table()
        .AddColumn("").AddColumn(Right("all trials"))
        .AddRow("trials", Number(results.Count))
        .AddRow("failed", Number(results.Count(result => !result.Passed)))
        .AddRow("lives", Number(results.Sum(result => result.Lives.Count)))
        .AddRow("faults of platforms", Number(results.Sum(result => result.Lives.Count(life => life.Plan is { Fault: not PlatformFault.None }))))
        .AddRow("posts", Number(results.Sum(result => result.Counts.Posts)))
        .AddRow("messages in chats", Number(results.Sum(result => result.Counts.Messages)))
        .AddRow("unknown, all explained", Number(results.Sum(result => result.Counts.Unknown)))
        .AddRow("clicks acknowledged", Number(results.Sum(result => result.Counts.Clicks)))
        .AddRow("orders", Number(results.Sum(result => result.Counts.Orders)))
        .AddRow("seconds", took.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture));

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
