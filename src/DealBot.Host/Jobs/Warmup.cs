using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Host.Settings;

namespace DealBot.Host.Jobs;

/// <summary>Reads the deals of the last run before jobs begin, so that the first slot after a restart need not wait for a sync, and says what is about to happen once the service listens.</summary>
public sealed class Warmup(DealCatalog catalog, LiveConfiguration configuration, HostSettings settings, TimeProvider time, OwnerScreen screen, ILogger<Warmup> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => catalog.RefreshAsync(cancellationToken);

    /// <summary>Not earlier: an address that is taken ends the start, and whoever looks on has read that the service runs.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var (groups, deals) = (configuration.Current.Groups.Count, catalog.Entries.Count);
        var now = time.GetUtcNow();
        var next = configuration.Calendar.Between(now, now.AddDays(1)) is [var first, ..] ? first : null;
        var clock = next is null ? "" : $"{TimeZoneInfo.ConvertTime(next.At, TimeZoneInfo.FindSystemTimeZoneById(next.Group.TimeZone)):HH:mm}";

        logger.LogInformation("Started: listens on {Listen}, {Groups} groups, {Deals} deals to choose from, next slot {Next}", settings.Listen, groups, deals, $"{clock} {next?.Group.Id}");
        screen.Show(
            $"DealBot 已启动：监听 {settings.Listen}，{groups} 个群，选品库 {deals} 件，{(next is null ? "一天内没有要发的" : $"下一个时刻 {clock}（{next.Group.Name}）")}。按 Ctrl+C 停止",
            $"DealBot runs: listens on {settings.Listen}, {groups} groups, {deals} deals to choose from, {(next is null ? "nothing to post within a day" : $"next slot {clock} ({next.Group.Id})")}. Ctrl+C stops it");
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
