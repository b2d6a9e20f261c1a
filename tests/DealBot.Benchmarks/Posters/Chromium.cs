using System.Diagnostics;

namespace DealBot.Benchmarks.Posters;

/// <summary>Headless Chromium, one process a screenshot: how a service without a browser of its own would do it.</summary>
internal static class Chromium
{
    public static bool IsInstalled => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 };

    public static string[] Options(string profile) =>
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking",
        $"--user-data-dir={profile}", "--window-size=750,1334", "--force-device-scale-factor=1",
    ];

    public static ProcessStartInfo Start(IEnumerable<string> arguments) =>
        new("taskset", ["-c", "0", Environment.GetEnvironmentVariable("CHROMIUM")!, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>Screenshots a second.</summary>
    public static async Task<double> RateAsync(ScratchFolder folder, string svgFile)
    {
        var (target, watch) = (folder.Path("screenshot.png"), Stopwatch.StartNew());
        using var browser = Process.Start(Start([.. Options(folder.Path("profile")), $"--screenshot={target}", $"file://{svgFile}"]))!;
        await Task.WhenAll(browser.StandardOutput.ReadToEndAsync(), browser.StandardError.ReadToEndAsync(), browser.WaitForExitAsync());
        if (!File.Exists(target))
            throw new InvalidOperationException("Chromium made no screenshot");

        File.Delete(target);
        return 1 / watch.Elapsed.TotalSeconds;
    }
}
