using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace DealBot.Benchmarks.Templates;

/// <summary>The template engine against Handlebars.Net, which makes the same text in the same run.</summary>
internal static class TemplateBenchmark
{
    /// <summary>The cases, each with what the reference implementation of the language published for it, on another machine.</summary>
    private static readonly (string Name, Type Case, Cost? Reference)[] Cases =
    [
        ("a template of 10 lines parsed", typeof(ParseCase), new(5.5, 8.4)),
        ("500 products from rows", typeof(RowsCase), new(1_478, 1_282)),
        ("500 products from .NET objects", typeof(ObjectsCase), new(2_113, 1_591)),
        ("promo line, fresh variables", typeof(PromoLine), new(71, 186)),
        ("copy/default with a deal's model", typeof(DefaultCopyCase), null),
    ];

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);

    public static Task RunAsync(ScratchFolder folder)
    {
        foreach (var (name, type, _) in Cases)
        {
            if (Activator.CreateInstance(type) is ITemplateCase pair)
            {
                WarmUp(name, pair);
            }
        }

        foreach (var (name, type, reference) in Cases)
        {
            Report(name, Measure(type, folder), reference);
        }

        TemplateThreads.Run();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Requires the same text of both, then runs both until the runtime has compiled them for good: on a busy machine its compiler falls
    /// behind, and the first case would be charged for all.
    /// </summary>
    private static void WarmUp(string name, ITemplateCase pair)
    {
        if (pair.DealBot() != pair.Handlebars())
        {
            throw new InvalidOperationException($"{name}: the engines write different texts:\n{pair.DealBot()}\n----\n{pair.Handlebars()}");
        }

        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUpTime;)
        {
            pair.DealBot();
            pair.Handlebars();
        }

        // Leaves the compiler the processor.
        Thread.Sleep(WarmUpTime / 4);
    }

    private static void Report(string name, Dictionary<string, Cost> costs, Cost? reference)
    {
        var ours = costs["DealBot"];
        Figures.Print($"templates, {name}", ours);
        if (costs.TryGetValue("Handlebars", out var theirs))
        {
            Figures.Print("  Handlebars.Net", theirs);
            Figures.PrintRatio("  DealBot / Handlebars.Net, time", ours.Microseconds / theirs.Microseconds);
            Figures.PrintRatio("  DealBot / Handlebars.Net, memory", ours.Kilobytes / theirs.Kilobytes);
        }

        if (reference is not null)
        {
            Figures.Print("  reference, other machine", reference);
        }
    }

    private static Dictionary<string, Cost> Measure(Type type, ScratchFolder folder)
    {
        var log = new AccumulationLogger();
        var summary = BenchmarkRunner.Run(type, ManualConfig.CreateEmpty()
            .AddLogger(log)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob(Job.Default
                .WithToolchain(InProcessEmitToolchain.Instance)
                .WithIterationTime(TimeInterval.FromMilliseconds(200))
                .WithWarmupCount(6)
                .WithIterationCount(15))
            .WithArtifactsPath(folder.Path("benchmarks"))
            .WithOptions(ConfigOptions.DisableLogFile));
        return summary.Reports.Length > 0 && summary.Reports.All(report => report.Success)
            ? summary.Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, CostOf)
            : throw new InvalidOperationException(log.GetLog());
    }

    private static Cost CostOf(BenchmarkReport report) => new(
        report.ResultStatistics!.Median / 1_000,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase).GetValueOrDefault() / 1024.0);
}
