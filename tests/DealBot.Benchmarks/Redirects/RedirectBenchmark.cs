using System.Globalization;
using DealBot.Core.Clicks;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using DealBot.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Benchmarks.Redirects;

/// <summary>Redirects with every click on the disk, against the same server answering a bare 302 before anything else is looked at. Load comes from other processes.</summary>
internal static class RedirectBenchmark
{
    private const int Rounds = 5;
    private const int Seconds = 3;
    private const int Links = 64;
    private const int Rate = 1000;
    private const int RateSeconds = 10;
    private const int LockedSeconds = 30;

    public static async Task RunAsync(ScratchFolder folder)
    {
        using var foundation = await Stage.OpenAsync(folder, "redirect");
        await using var app = Build(foundation);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var codes = Enumerable.Range(0, Links).Select(n => new LinkCodes([1]).For($"bench{n}", Stage.Deal(n).Key)).ToList();
        await app.Services.GetRequiredService<IOutbox>().PlanAsync(Stage.Post(foundation, codes), CancellationToken.None);
        var (bare, recorded) = (new Load(folder, address, ["/bare"]), new Load(folder, address, [.. codes.Select(code => $"/g/{code}")]));

        await ThroughputAsync(bare, recorded);
        await LatencyAsync("bare 302", bare, RateSeconds);
        await LatencyAsync("every click on disk", recorded, RateSeconds);
        await using (var locked = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = foundation.Settings.Storage.Path, Pooling = false }.ToString()))
        {
            await locked.OpenAsync();
            using var transaction = locked.BeginTransaction(deferred: false);
            await LatencyAsync("database locked for 30 s", recorded, LockedSeconds);
        }

        await app.Services.GetRequiredService<ClickIngestion>().CatchUpAsync(CancellationToken.None);
        await ReportAsync(foundation, app.Services.GetRequiredService<ClickRecorder>(), recorded.Answered);
        await app.StopAsync();
    }

    private static async Task ThroughputAsync(Load bare, Load recorded)
    {
        List<double> without = [], with = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (bareRate, recordedRate) = (await bare.ThroughputAsync(Seconds), await recorded.ThroughputAsync(Seconds));
            if (round > 0)
            {
                // The first round warms up.
                without.Add(bareRate);
                with.Add(recordedRate);
            }
        }

        Figures.Print("redirects, bare 302", Figures.Median(without));
        Figures.Print("redirects, every click on disk", Figures.Median(with));
        Figures.PrintRatio("  recorded / bare", Figures.Median(with.Zip(without, (one, other) => one / other)));
    }

    private static async Task LatencyAsync(string what, Load load, int seconds)
    {
        var latency = await load.LatencyAsync(Rate, seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at {Rate:N0}/s, {what,-30} {latency}"));
    }

    private static async Task ReportAsync(Foundation foundation, ClickRecorder recorder, long answered)
    {
        var inDatabase = await foundation.Database.ReadAsync(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM clicks";
            return (long)command.ExecuteScalar()!;
        }, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  answered {answered:N0}, in the database {inDatabase:N0}, lost {recorder.Lost:N0}"));
    }

    private static WebApplication Build(Foundation foundation)
    {
        var app = WebPipeline.CreateBuilder(foundation).Build();
        app.Use((context, next) =>
        {
            if (context.Request.Path.Value != "/bare")
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = "https://u.jd.com/bench";
            return Task.CompletedTask;
        });
        app.UseDealBot();
        return app;
    }
}
