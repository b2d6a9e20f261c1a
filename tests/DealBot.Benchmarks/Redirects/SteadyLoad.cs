using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace DealBot.Benchmarks.Redirects;

/// <summary>
/// Sends requests at a steady rate whatever the server does, and measures each from the moment it was to be sent: a server that stalls
/// does not make the requests that should have come meanwhile disappear.
/// </summary>
internal static class SteadyLoad
{
    /// <summary>The argument that starts this in a process of its own.</summary>
    public const string Verb = "steady-load";

    private const int Connections = 64;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (address, paths) = (new Uri(arguments[0]), arguments[1].Split(','));
        var (rate, seconds) = (int.Parse(arguments[2], CultureInfo.InvariantCulture), int.Parse(arguments[3], CultureInfo.InvariantCulture));
        var due = Channel.CreateUnbounded<(long At, int Number)>();
        var latencies = new ConcurrentQueue<double>();
        var workers = Enumerable.Range(0, Connections).Select(_ => WorkAsync(address, paths, due.Reader, latencies)).ToList();
        var scheduler = new Thread(() => Schedule(rate, seconds, due.Writer));
        scheduler.Start();
        await Task.WhenAll(workers);

        // The first second warms up both sides.
        var ordered = latencies.Skip(rate).Order().ToArray();
        double At(double share) => ordered[(int)(share * (ordered.Length - 1))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5),6:0.00} ms  p99 {At(0.99),6:0.00} ms  p99.9 {At(0.999),6:0.00} ms  most {At(1),6:0.00} ms  of {ordered.Length:N0}"));
        return 0;
    }

    private static void Schedule(int rate, int seconds, ChannelWriter<(long At, int Number)> due)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < rate * seconds;)
        {
            var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
            for (; number < rate * seconds && number <= elapsed * rate; number++)
            {
                due.TryWrite((start + (long)((double)number / rate * Stopwatch.Frequency), number));
            }

            Thread.Sleep(1);
        }

        due.Complete();
    }

    private static async Task WorkAsync(Uri address, string[] paths, ChannelReader<(long At, int Number)> due, ConcurrentQueue<double> latencies)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var buffer = new byte[4096];
        await foreach (var (at, number) in due.ReadAllAsync())
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"GET {paths[number % paths.Length]} HTTP/1.1\r\nHost: {address.Authority}\r\nX-Forwarded-For: 10.9.{number / 200 % 200}.{(number % 200) + 1}\r\n"
                + "User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.53\r\n\r\n"));
            var read = 0;
            while (!buffer.AsSpan(0, read).EndsWith("\r\n\r\n"u8))
            {
                var more = await stream.ReadAsync(buffer.AsMemory(read));
                read += more > 0 ? more : throw new IOException("the server hung up");
            }

            if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 302"u8))
            {
                throw new IOException(Encoding.ASCII.GetString(buffer, 0, read));
            }

            latencies.Enqueue(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }
    }
}
