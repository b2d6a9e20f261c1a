using System.Diagnostics;
using System.Globalization;

namespace DealBot.Benchmarks.Redirects;

/// <summary>People on phones, as other processes play them: <c>wrk</c> as fast as it can, or this program at a steady rate.</summary>
internal sealed class Load
{
    private const int Connections = 256;
    private const int Visitors = 4096;

    private readonly string _address;
    private readonly string _paths;
    private readonly string _script;

    public Load(ScratchFolder folder, string address, IReadOnlyList<string> paths)
    {
        (_address, _paths, _script) = (address, string.Join(',', paths), folder.Path($"{Guid.NewGuid():N}.lua"));
        File.WriteAllText(_script, Script(paths));
    }

    /// <summary>Requests that wrk got an answer to, and those of <see cref="LatencyAsync"/>.</summary>
    public long Answered { get; private set; }

    /// <summary>Requests a second, as many as it can.</summary>
    public async Task<double> ThroughputAsync(int seconds)
    {
        var output = await RunAsync("wrk", "-t1", $"-c{Connections}", $"-d{seconds}s", "-s", _script, _address);
        var lines = output.Split('\n').Select(line => line.Trim()).ToList();
        Answered += long.Parse(lines.First(line => line.Contains(" requests in ", StringComparison.Ordinal)).Split(' ')[0], CultureInfo.InvariantCulture);
        return double.Parse(lines.First(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal))["Requests/sec:".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>How long answers take at a steady rate, each measured from the moment its request was to be sent.</summary>
    public async Task<string> LatencyAsync(int rate, int seconds)
    {
        var output = await RunAsync(Environment.ProcessPath!, SteadyLoad.Verb, _address, _paths, $"{rate}", $"{seconds}");
        Answered += rate * seconds;
        return output.Trim();
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Every request is made beforehand, so that the script costs next to nothing while it runs.</summary>
    private static string Script(IReadOnlyList<string> paths) =>
        $$"""
        local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
        local requests = {}
        local sent = 0
        init = function()
            for n = 1, {{Visitors}} do
                requests[n] = wrk.format("GET", paths[n % #paths + 1], {
                    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", n % 7, math.floor(n / 250), n % 250 + 1),
                    ["User-Agent"] = "Mozilla/5.0 (Linux; Android 14; V2324A Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 MicroMessenger/8.0." .. n % 8 })
            end
        end
        request = function()
            sent = sent + 1
            return requests[sent % #requests + 1]
        end
        """;
}
