using DealBot.Core.Bot;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>Hands the table to Quartz.</summary>
public static class JobRegistration
{
    /// <summary>
    /// How long a stop may take in all: a call to a platform may take half a minute by itself, and what it answers must be put down. The host's own half
    /// minute would end just then. Systemd, as the guide sets it up, kills after a minute.
    /// </summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(55);

    public static IServiceCollection AddJobs(this IServiceCollection services, IReadOnlyList<JobRow> rows)
    {
        services.AddSingleton(rows);
        services.TryAddSingleton(OwnerScreen.Dark);
        services.AddSingleton<ConfigurationReload>();
        services.AddSingleton<ClockSteps>();
        services.AddSingleton<WakeDispatcher>(provider => token => WakeAsync(provider.GetRequiredService<ISchedulerFactory>(), token));
        services.AddQuartz(quartz =>
        {
            // Else a job at work hears nothing of the stop: the dispatcher went on with all that was due until the host lost its patience.
            quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            foreach (var row in rows)
            {
                quartz.AddJob<TableJob>(job => job.WithIdentity(row.Name));
                quartz.AddTrigger(trigger => trigger.WithIdentity(row.Name).ForJob(row.Name).StartNow().WithSchedule(row.Schedule()));
            }
        });
        services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services.AddHostedService<ClockWatch>();
    }

    /// <summary>Has the dispatcher run once more, beside its turns. One that is waiting to run already will see what there is.</summary>
    private static async Task WakeAsync(ISchedulerFactory schedulers, CancellationToken cancellationToken)
    {
        var (scheduler, dispatch) = (await schedulers.GetScheduler(cancellationToken), new JobKey(JobTable.Dispatch));
        if ((await scheduler.GetTriggersOfJob(dispatch, cancellationToken)).Count == 1)
        {
            await scheduler.TriggerJob(dispatch, cancellationToken);
        }
    }
}
