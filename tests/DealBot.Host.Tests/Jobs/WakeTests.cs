using DealBot.Core.Bot;
using DealBot.Host.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace DealBot.Host.Tests.Jobs;

/// <summary>The dispatcher can be had to run without waiting for its turn.</summary>
public sealed class WakeTests
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Dispatcher_runs_when_it_is_woken_and_never_beside_itself(CancellationToken cancellationToken)
    {
        using var began = new SemaphoreSlim(0);
        using var mayEnd = new SemaphoreSlim(0);
        var (running, most) = (0, 0);
        var row = new JobRow(JobTable.Dispatch, () => SimpleScheduleBuilder.Create().WithInterval(TimeSpan.FromHours(9)).RepeatForever(), async (_, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            began.Release();
            await mayEnd.WaitAsync(token);
            Interlocked.Decrement(ref running);
        });
        using var host = JobHost.Open(row);
        await host.StartAsync(cancellationToken);
        var wakeAsync = host.Services.GetRequiredService<WakeDispatcher>();

        await began.WaitAsync(cancellationToken);
        await wakeAsync(cancellationToken);
        await wakeAsync(cancellationToken);
        mayEnd.Release(2);
        await began.WaitAsync(cancellationToken);

        Assert.That(most, Is.EqualTo(1));
        await host.StopAsync(cancellationToken);
    }
}
