using System.Data.Common;
using System.Diagnostics;
using DealBot.Host.Telemetry;
using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>Runs the table's row of the job's name.</summary>
[DisallowConcurrentExecution]
public sealed partial class TableJob(
    IReadOnlyList<JobRow> rows, IServiceProvider services, DealBotMeter meter, ClockSteps clock, IHostApplicationLifetime life, ILogger<TableJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var row = rows.First(row => row.Name == context.JobDetail.Key.Name);
        var start = Stopwatch.GetTimestamp();
        var failed = true;
        clock.Look();

        // Quartz tells of a stop when its turn comes, which is after the web side has seen its last visitor off. That may take all the time there is.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
        try
        {
            await row.RunAsync(services, stopping.Token);
            failed = false;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            failed = false;
            Stopped(logger, row.Name);
        }
        catch (DbException exception)
        {
            // The storage has said what is wrong, once; every job of every turn saying it again at length would bury that.
            NoDatabase(logger, row.Name, exception.Message);
        }
        catch (Exception exception)
        {
            // A supervised edge: a job that failed is tried again at its next turn, whatever was wrong.
            Failed(logger, exception, row.Name);
        }
        finally
        {
            meter.JobEnded(row.Name, Stopwatch.GetElapsedTime(start), failed);
        }
    }

    [LoggerMessage(5001, LogLevel.Error, "Job {Job} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string job);

    [LoggerMessage(5002, LogLevel.Information, "Job {Job} stopped")]
    private static partial void Stopped(ILogger logger, string job);

    [LoggerMessage(5003, LogLevel.Warning, "Job {Job} could not use the database and is tried again: {Message}")]
    private static partial void NoDatabase(ILogger logger, string job, string message);
}
