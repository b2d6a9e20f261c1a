using System.Data.Common;
using DealBot.Core.Metrics;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Clicks;

/// <summary>Takes in the clicks that wait on the disk before figures are read, so that none is missing from them.</summary>
public sealed class UpToDateMetrics(IMetricsStore metrics, ClickIngestion clicks, ILogger<UpToDateMetrics> logger) : IMetricsStore
{
    public async Task<IReadOnlyList<HourlyMetrics>> HourlyAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return await metrics.HourlyAsync(groupIds, from, until, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<HourTotal>> HoursAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return await metrics.HoursAsync(groupIds, from, until, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, Figures>> GroupsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return await metrics.GroupsAsync(groupIds, from, until, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<DealResult>> DealsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return await metrics.DealsAsync(groupIds, from, until, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyDictionary<string, long>> CommandPostsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.CommandPostsAsync(groupIds, from, until, cancellationToken);

    public Task<IReadOnlyList<SkipCount>> SkipsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.SkipsAsync(groupIds, from, until, cancellationToken);

    public Task<IReadOnlyList<FlagCount>> FlagsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.FlagsAsync(groupIds, from, until, cancellationToken);

    public Task<IReadOnlyList<HeldBackCount>> HeldBackAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.HeldBackAsync(groupIds, from, until, cancellationToken);

    public Task<UnattributedOrders> UnattributedAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.UnattributedAsync(ownerId, from, until, cancellationToken);

    public Task<RecheckCount> RechecksAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.RechecksAsync(groupIds, from, until, cancellationToken);

    public Task<Drift?> DriftAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        metrics.DriftAsync(groupIds, from, until, cancellationToken);

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await clicks.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            // Figures without the last clicks are better than none.
            ClickEvents.NotTakenIn(logger, exception.Message);
        }
    }
}
