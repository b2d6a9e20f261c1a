using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>Runs the table's row of the job's name.</summary>
[DisallowConcurrentExecution]
public sealed class TableJob(IReadOnlyList<JobRow> rows, IServiceProvider services, ILogger<TableJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var row = rows.First(row => row.Name == context.JobDetail.Key.Name);
        try
        {
            await row.RunAsync(services, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("Job {Job} stopped", row.Name);
        }
        catch (Exception exception)
        {
            // A supervised edge: a job that failed is tried again at its next turn, whatever was wrong.
            logger.LogError(exception, "Job {Job} failed", row.Name);
        }
    }
}
