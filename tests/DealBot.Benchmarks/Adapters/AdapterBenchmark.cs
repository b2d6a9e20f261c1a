using System.Diagnostics;
using System.Globalization;

namespace DealBot.Benchmarks.Adapters;

/// <summary>
/// The dispatcher with 1 000 groups over 50 accounts of mixed adapters, all due at once, against simulators over HTTP: twice, the second time with
/// some accounts throttled. Quotas are those that the simulators counted; what matters is that nobody waits for another account's throttle.
/// </summary>
internal static class AdapterBenchmark
{
    private const int Rounds = 2;
    private const double MostMegabytes = 200;

    /// <summary>How much later than without any throttle a message may come, in seconds: half of the shortest throttle, and far more than the machine's noise.</summary>
    private const double MostLate = 30;

    /// <summary>Runs the part in a process of its own, so that its memory is not that of other parts.</summary>
    public static async Task RunAsync(ScratchFolder folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [DispatchTrial.Verb, folder.Path("adapters")]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("a quota was not kept, a group waited for another account, or the dispatcher took too much memory");
        }
    }

    /// <summary>The process's own side.</summary>
    public static async Task<int> TryAsync(string folder)
    {
        using var platforms = await Platforms.StartAsync(Rounds);
        await using var trial = await DispatchTrial.OpenAsync(folder, platforms, Rounds);
        var free = await trial.RunAsync(round: 0);
        var refused = (await platforms.ReportAsync()).Refused.Values.Sum();
        await platforms.ThrottleAsync(round: 1);
        var otherProgram = (await platforms.ReportAsync()).Refused.Values.Sum();
        var throttled = await trial.RunAsync(round: 1);

        var megabytes = PeakMegabytes();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Groups} groups, {trial.Accounts} accounts ({trial.Throttled} throttled in the second round), by {string.Join(", ", trial.Adapters)}"));
        Print("wait of a group, no account throttled", Waits.Of(free.Select(arrival => arrival.Seconds)));
        Print("wait of a group on the others, some throttled", Waits.Of(throttled.Select(arrival => arrival.Seconds)));
        var late = Waits.Between(free, throttled);
        Print($"  later than without throttle (aim: at most {MostLate} s)", late);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"refused by simulators, none throttled (aim: none)",-58} {refused,12}"));
        var report = await platforms.ReportAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"refused by simulators in the second round",-58} {report.Refused.Values.Sum() - otherProgram,12}"));
        var broken = QuotaAudit.Broken(report.Deliveries);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"quotas exceeded, as the simulators counted (aim: none)",-58} {broken.Count,12}"));
        broken.ToList().ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{$"peak memory of the dispatcher's process (aim: at most {MostMegabytes})",-58} {megabytes,12:0} MB"));
        return broken.Count == 0 && refused == 0 && late.Most <= MostLate && megabytes <= MostMegabytes ? 0 : 1;
    }

    private static void Print(string what, Waits waits) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-58} p50 {waits.Median:0.0} s  p95 {waits.P95:0.0} s  most {waits.Most:0.0} s  of {waits.Count}"));

    private static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1024.0 / 1024.0;
    }
}
