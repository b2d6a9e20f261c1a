using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>
/// Starts every job anew when the clock was set back. The scheduler keeps the moment of each job's next turn: with a clock that goes back by
/// an hour, nothing at all would run for an hour.
/// </summary>
public sealed class ClockWatch(ISchedulerFactory schedulers, IReadOnlyList<JobRow> rows, ClockSteps steps, OwnerScreen screen, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (steps.SetBack() is { } back)
            {
                logger.LogWarning("The clock was set back by {Minutes:0.0} minutes; every job begins anew", back.TotalMinutes);
                screen.Show($"系统时钟往回拨了 {back.TotalMinutes:0.0} 分钟，各项任务重新开始计时", $"the clock was set back by {back.TotalMinutes:0.0} minutes; every job begins anew");
                await RestartAsync(stoppingToken);
            }
        }
    }

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var row in rows)
        {
            var trigger = TriggerBuilder.Create().WithIdentity(row.Name).ForJob(row.Name).StartNow().WithSchedule(row.Schedule()).Build();
            await scheduler.RescheduleJob(new TriggerKey(row.Name), trigger, cancellationToken);
        }
    }
}
