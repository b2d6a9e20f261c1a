using DealBot.Benchmarks;

// Every figure is taken beside its baseline in the same run, in turns, and reported as a median: machines are noisy, ratios less so.
Console.OutputEncoding = System.Text.Encoding.UTF8;
using var folder = new ScratchFolder();
await RedirectBenchmark.RunAsync(folder);
await PostBenchmark.RunAsync(folder);
await OrderBenchmark.RunAsync(folder);
