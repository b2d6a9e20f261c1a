using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>One recurring job.</summary>
/// <param name="Name">Name, as it appears in logs.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="RunAsync">What it calls.</param>
public sealed record JobRow(string Name, Action<TriggerBuilder> Schedule, Func<IServiceProvider, CancellationToken, Task> RunAsync)
{
    /// <summary>The trigger, starting at a moment.</summary>
    public ITrigger Trigger(DateTimeOffset start)
    {
        var builder = TriggerBuilder.Create().WithIdentity(Name).ForJob(Name).StartAt(start);
        Schedule(builder);
        return builder.Build();
    }
}
