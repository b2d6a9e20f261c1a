using DealBot.Core.Catalog;

namespace DealBot.Host.Jobs;

/// <summary>Reads the deals of the last run before jobs begin, so that the first slot after a restart need not wait for a sync.</summary>
public sealed class Warmup(DealCatalog catalog) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => catalog.RefreshAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
