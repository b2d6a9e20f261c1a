using DealBot.Benchmarks;
using DealBot.Benchmarks.Adapters;
using DealBot.Benchmarks.Orders;
using DealBot.Benchmarks.Posters;
using DealBot.Benchmarks.Redirects;
using DealBot.Benchmarks.Templates;

// Every figure is taken beside its baseline in the same run, in turns, and reported as a median: machines are noisy, ratios less so.
Console.OutputEncoding = System.Text.Encoding.UTF8;
if (args is [SteadyLoad.Verb, .. var load])
{
    return await SteadyLoad.RunAsync(load);
}

if (args is [Platforms.Verb, var rounds])
{
    return await Platforms.ServeAsync(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
}

if (args is [DispatchTrial.Verb, var place])
{
    return await AdapterBenchmark.TryAsync(place);
}

var parts = new OrderedDictionary<string, Func<ScratchFolder, Task>>
{
    ["redirects"] = RedirectBenchmark.RunAsync,
    ["selection"] = SelectionBenchmark.RunAsync,
    ["posts"] = PostBenchmark.RunAsync,
    ["adapters"] = AdapterBenchmark.RunAsync,
    ["orders"] = OrderBenchmark.RunAsync,
    ["ledger"] = LedgerBenchmark.RunAsync,
    ["digest"] = DigestBenchmark.RunAsync,
    ["posters"] = PosterBenchmark.RunAsync,
    ["templates"] = TemplateBenchmark.RunAsync,
};
if (args.FirstOrDefault(name => !parts.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no part called {unknown}. Parts: {string.Join(' ', parts.Keys)}. Without a name all of them run.");
    return 2;
}

using var folder = new ScratchFolder();
foreach (var (name, run) in parts)
{
    if (args.Length == 0 || args.Contains(name))
    {
        await run(folder);
    }
}

return 0;
