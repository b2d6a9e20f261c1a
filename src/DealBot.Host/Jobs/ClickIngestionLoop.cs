using System.Data.Common;
using System.Diagnostics;
using DealBot.Core.Clicks;

namespace DealBot.Host.Jobs;

/// <summary>
/// Takes clicks into the database all the time, and no row of the job table: it goes by real time even where the clock of the service is
/// virtual, and has to be at it while jobs wait for the same database. It rests nine times as long as it worked, so that a rush of
/// clicks leaves the processors to those who click.
/// </summary>
public sealed class ClickIngestionLoop(ClickIngestion ingestion, ClickLossReport losses, ILogger<ClickIngestionLoop> logger) : BackgroundService
{
    private const int RestPerWork = 9;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private bool _isWaiting;

    /// <summary>Nobody clicks any more when it is stopped: what is left is taken in.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        while (!cancellationToken.IsCancellationRequested && await TryTakeAsync(CancellationToken.None))
        {
            // There may be more.
        }

        await losses.RunAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var watch = Stopwatch.GetTimestamp();
            var isMore = await TryTakeAsync(stoppingToken);
            await Task.Delay(isMore ? Stopwatch.GetElapsedTime(watch) * RestPerWork : Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await losses.RunAsync(cancellationToken);
            var isMore = await ingestion.TakeAsync(cancellationToken);
            _isWaiting = false;
            return isMore;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            // They stay on the disk and are tried again; twice a second is too often to say so.
            if (!_isWaiting)
            {
                ClickEvents.NotTakenIn(logger, exception.Message);
                _isWaiting = true;
            }

            return false;
        }
        catch (Exception exception)
        {
            // A supervised edge: whatever is wrong with one batch, the loop must not end before the service does.
            ClickEvents.IngestionFailed(logger, exception);
            return false;
        }
    }
}
