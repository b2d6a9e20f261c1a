using DealBot.Core.Posting;

namespace DealBot.Host.Jobs;

/// <summary>
/// Ends the leases of the last run before jobs begin. Their holder is dead, since a service has its database to itself; waiting for them to
/// run out would only cost the posts their time.
/// </summary>
public sealed class DeadLeases(IPostRecovery recovery) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => recovery.EndLeasesAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
