using System.Diagnostics;
using System.Text.Json;

namespace DealBot.Benchmarks.Adapters;

/// <summary>The simulators in a process of their own, told what to do line by line: what they take of memory and processor is not the service's.</summary>
internal sealed class Platforms : IDisposable
{
    /// <summary>The argument that starts this in a process of its own.</summary>
    public const string Verb = "adapters-platforms";

    private const string Throttle = "throttle";
    private const string Report = "report";

    private readonly Process _process;

    private Platforms(Process process, IReadOnlyDictionary<string, IReadOnlyList<Uri>> addresses) => (_process, Addresses) = (process, addresses);

    /// <summary>Where the simulators listen, by adapter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Uri>> Addresses { get; }

    /// <summary>The process's own side: starts the simulators, says where they are, and does what it is told until the input ends.</summary>
    public static async Task<int> ServeAsync(int rounds)
    {
        var platforms = Platform.All();
        var addresses = new Dictionary<string, IReadOnlyList<Uri>>();
        foreach (var platform in platforms)
        {
            addresses.Add(platform.Name, await platform.StartAsync(rounds));
        }

        Answer(addresses);
        while (Console.ReadLine() is { } line)
        {
            if (line == Report)
            {
                Answer(new PlatformReport([.. platforms.SelectMany(platform => platform.Deliveries())], platforms.ToDictionary(platform => platform.Name, platform => platform.Refused())));
            }
            else if (line.Split(' ') is [Throttle, var round])
            {
                foreach (var platform in platforms)
                {
                    await Task.WhenAll(Enumerable.Range(0, platform.Throttled).Select(account => platform.ThrottleAsync(int.Parse(round, System.Globalization.CultureInfo.InvariantCulture), account)));
                }

                Answer(true);
            }
        }

        foreach (var platform in platforms)
        {
            await platform.DisposeAsync();
        }

        return 0;
    }

    public static async Task<Platforms> StartAsync(int rounds)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Verb, $"{rounds}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new Platforms(process, await ReadAsync<Dictionary<string, IReadOnlyList<Uri>>>(process));
    }

    /// <summary>Throttles the accounts of each platform that are to be throttled in a round.</summary>
    public Task ThrottleAsync(int round) => AskAsync<bool>($"{Throttle} {round}");

    /// <summary>What the simulators have seen so far.</summary>
    public Task<PlatformReport> ReportAsync() => AskAsync<PlatformReport>(Report);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }

    private async Task<T> AskAsync<T>(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync<T>(_process);
    }

    private static async Task<T> ReadAsync<T>(Process process) =>
        JsonSerializer.Deserialize<T>(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the simulators have ended"))!;

    private static void Answer<T>(T answer)
    {
        Console.WriteLine(JsonSerializer.Serialize(answer));
        Console.Out.Flush();
    }
}
