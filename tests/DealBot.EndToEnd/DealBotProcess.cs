using System.Diagnostics;
using System.Text;

namespace DealBot.EndToEnd;

/// <summary>The built executable, run as a person would run it.</summary>
internal static class DealBotProcess
{
    /// <summary>Only ends what hangs: a rehearsed day takes minutes on a busy machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Runs to the end in a folder.</summary>
    public static async Task<Ended> RunAsync(string folder, params IEnumerable<string> args)
    {
        using var process = Start(folder, args);
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts and lets run.</summary>
    public static Process Start(string folder, IEnumerable<string> args)
    {
        var executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "dealbot.exe" : "dealbot");
        return Process.Start(new ProcessStartInfo(executable, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
    }
}

/// <summary>How a process ended.</summary>
internal sealed record Ended(int Code, string Output, string Errors);
