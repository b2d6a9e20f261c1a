using System.Diagnostics;
using System.Globalization;
using DealBot.Core.Clicks;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using DealBot.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DealBot.Benchmarks;

/// <summary>Redirects with every click on the disk, against the same server answering a bare 302. Load comes from wrk, another process.</summary>
internal static class RedirectBenchmark
{
    private const int Rounds = 5;
    private const int Seconds = 3;
    private const int Connections = 64;

    public static async Task RunAsync(ScratchFolder folder)
    {
        using var foundation = await Stage.OpenAsync(folder, "redirect");
        await using var app = Build(foundation);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var code = new LinkCodes([1]).For("bench", Stage.Deal(1).Key);
        await app.Services.GetRequiredService<IOutbox>().PlanAsync(Stage.Post(foundation, code), CancellationToken.None);

        List<double> bare = [], recorded = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (bareRate, recordedRate) = (await LoadAsync($"{address}/bare"), await LoadAsync($"{address}/g/{code}"));
            if (round > 0)
            {
                // The first round warms up.
                bare.Add(bareRate);
                recorded.Add(recordedRate);
            }
        }

        Figures.Print("redirects, bare 302", Figures.Median(bare));
        Figures.Print("redirects, every click on disk", Figures.Median(recorded));
        Figures.PrintRatio("  recorded / bare", Figures.Median(recorded.Zip(bare, (with, without) => with / without)));
        Console.WriteLine($"  clicks lost: {app.Services.GetRequiredService<ClickRecorder>().Lost}");
        await app.StopAsync();
    }

    private static WebApplication Build(Foundation foundation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(foundation.Settings.Listen).ConfigureKestrel(Limits.Apply);
        builder.Services.AddDealBot(foundation);
        var app = builder.Build();
        app.UseForwardedHeaders(Limits.Forwarded);
        app.MapGet("/bare", (HttpContext context) =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = "https://u.jd.com/bench";
        });
        app.MapRedirect();
        return app;
    }

    private static async Task<double> LoadAsync(string url)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{Seconds}s", "-H", "User-Agent: Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0", url]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var line = output.Split('\n').First(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal));
        return double.Parse(line["Requests/sec:".Length..].Trim(), CultureInfo.InvariantCulture);
    }
}
