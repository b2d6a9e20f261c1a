using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Host.Settings;

namespace DealBot.Host.Jobs;

/// <summary>Reads the deals of the last run before jobs begin, so that the first slot after a restart need not wait for a sync, and says what is about to happen.</summary>
public sealed class Warmup(DealCatalog catalog, LiveConfiguration configuration, HostSettings settings, TimeProvider time, ILogger<Warmup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await catalog.RefreshAsync(cancellationToken);
        var now = time.GetUtcNow();
        var next = configuration.Calendar.Between(now, now.AddDays(1)) is [var first, ..] ? first : null;
        logger.LogInformation(
            "DealBot 启动：监听 {Listen}，{Groups} 个群，选品库 {Deals} 件，下一个时刻 {Next}",
            settings.Listen,
            configuration.Current.Groups.Count,
            catalog.Entries.Count,
            next is null ? "（一天内没有）" : $"{TimeZoneInfo.ConvertTime(next.At, TimeZoneInfo.FindSystemTimeZoneById(next.Group.TimeZone)):HH:mm} {next.Group.Name}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
