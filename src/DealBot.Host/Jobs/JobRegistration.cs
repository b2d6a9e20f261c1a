using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>Hands the table to Quartz.</summary>
public static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IReadOnlyList<JobRow> rows)
    {
        services.AddSingleton(rows);
        services.AddSingleton<ConfigurationReload>();
        services.AddQuartz(quartz =>
        {
            foreach (var row in rows)
            {
                quartz.AddJob<TableJob>(job => job.WithIdentity(row.Name));
                quartz.AddTrigger(trigger => trigger.WithIdentity(row.Name).ForJob(row.Name).StartNow().WithSchedule(row.Schedule()));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services.AddHostedService<ClockWatch>();
    }
}
