using System.Diagnostics;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Host.Commands;
using DealBot.Host.Composition;
using DealBot.Host.Jobs;
using DealBot.Host.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Serilog;
using Serilog.Events;

namespace DealBot.Host.Rehearsal;

/// <summary>
/// A day of the real service on a virtual clock: the same registrations, jobs, dispatcher and endpoint as <c>dealbot run</c>, against
/// simulators over HTTP. Only the hands of the clock are moved by an agenda in place of Quartz, so that a day takes seconds and repeats.
/// </summary>
internal sealed class RehearsalRun(RehearsalRequest request, CommandContext command)
{
    /// <summary>Runs the days.</summary>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null if the configuration has faults, which were named.</returns>
    public async Task<RehearsalResult?> RunAsync(Action<double> progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        RehearsalFolder.Clear(request.Folder);
        await using var logging = new LoggerConfiguration()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .WriteTo.File(Path.Combine(request.Folder, "dealbot.log"), formatProvider: null).CreateLogger();
        using var loggers = Logging.Factory(logging);
        var clock = new VirtualClock(request.Start);
        await using var world = await SimulatedWorld.StartAsync(request, clock, cancellationToken);
        using var foundation = await command.LayFoundationAsync(world.Settings, clock, loggers, RehearsalSeeds.Of(request.Seed), cancellationToken);
        if (foundation is null)
        {
            return null;
        }

        await using var app = Build(foundation, logging);
        await app.StartAsync(cancellationToken);
        var chats = new ChatLog(world.Platforms, world.Settings.Adapters);
        await LiveAsync(app, world, clock, chats, progress, cancellationToken);
        var result = await RehearsalResult.ReadAsync(request, app.Services, world, chats, watch, cancellationToken);
        await app.StopAsync(cancellationToken);
        return result;
    }

    private static WebApplication Build(Foundation foundation, Serilog.ILogger logging)
    {
        var builder = WebPipeline.CreateBuilder(foundation);
        builder.Logging.AddSerilog(logging);
        builder.Services.AddSingleton(OwnerScreen.Dark).AddSingleton<ConfigurationReload>();
        var app = builder.Build();
        app.UseDealBot();
        return app;
    }

    private async Task LiveAsync(WebApplication app, SimulatedWorld world, VirtualClock clock, ChatLog chats, Action<double> progress, CancellationToken cancellationToken)
    {
        var services = app.Services;
        var address = new Uri(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var window = new ShopWindow(services.GetRequiredService<LiveConfiguration>().Current, services.GetRequiredService<LinkDirectory>(), services.GetRequiredService<DealCatalog>());
        using var shoppers = new Shoppers(request.Seed, world.Networks, address, window);
        var agenda = new Agenda(clock);
        foreach (var row in JobTable.Rows(world.Settings))
        {
            agenda.Add(row, request.Start, token => RunJobAsync(row, token));
        }

        var length = request.End - request.Start;
        async Task RunJobAsync(JobRow row, CancellationToken token)
        {
            // The networks' own clockwork turns just before they are asked; people read what has just been sent.
            if (row.Name == JobTable.Orders)
            {
                foreach (var network in world.Networks)
                {
                    network.Simulator.Advance();
                }
            }

            await row.RunAsync(services, token);
            foreach (var message in row.Name == JobTable.Dispatch ? chats.TakeNew() : [])
            {
                await shoppers.ReadAsync(message, agenda, token);
            }
        }

        await agenda.RunAsync(request.End, at => progress((at - request.Start) / length), cancellationToken);

        // The last orders of the day are fetched, as they would be in the next minute.
        await RunJobAsync(JobTable.Rows(world.Settings).First(row => row.Name == JobTable.Orders), cancellationToken);
    }
}
