using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>One recurring job.</summary>
/// <param name="Name">Name, as it appears in logs.</param>
/// <param name="Schedule">Makes its schedule.</param>
/// <param name="RunAsync">What it calls.</param>
public sealed record JobRow(string Name, Func<IScheduleBuilder> Schedule, Func<IServiceProvider, CancellationToken, Task> RunAsync);
