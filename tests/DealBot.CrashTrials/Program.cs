using System.CommandLine;
using System.Diagnostics;
using DealBot.CrashTrials.Report;
using DealBot.CrashTrials.Trials;
using Spectre.Console;

var trials = new Argument<int>("N") { Description = "how many trials", DefaultValueFactory = _ => 10 };
var seed = new Argument<int>("SEED") { Description = "seed of the first; the others follow it", DefaultValueFactory = _ => 1 };
var parallel = new Option<int>("--parallel", "-j") { Description = "trials at once", DefaultValueFactory = _ => Environment.ProcessorCount * 2 };
var patience = new Option<int>("--patience") { Description = "seconds within which a trial must come to rest", DefaultValueFactory = _ => 150 };
var command = new RootCommand("Kills the service again and again, and compares its ledger with what platforms and members saw.") { trials, seed, parallel, patience };
command.SetAction(async (parsed, cancellationToken) =>
{
    var watch = Stopwatch.StartNew();
    var console = AnsiConsole.Console;
    var results = await TrialProgress.RunAsync(console, parsed.GetValue(trials), done => TrialSeries.RunAsync(
        parsed.GetValue(trials), parsed.GetValue(seed), parsed.GetValue(parallel), TimeSpan.FromSeconds(parsed.GetValue(patience)), done, cancellationToken));
    SummaryTable.Write(console, results, watch.Elapsed);
    return results.All(result => result.Passed) ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
