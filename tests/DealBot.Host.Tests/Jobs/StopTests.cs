using DealBot.Adapters.OneBot;
using DealBot.Adapters.Wechaty;
using DealBot.Host.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace DealBot.Host.Tests.Jobs;

/// <summary>What a stop of the service means to the jobs that run.</summary>
public sealed class StopTests
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Job_at_work_is_told_that_the_service_stops_and_is_waited_for(CancellationToken cancellationToken)
    {
        using var began = new SemaphoreSlim(0);
        var (isTold, hasEnded) = (false, false);
        var row = new JobRow("long", () => SimpleScheduleBuilder.Create().WithInterval(TimeSpan.FromHours(9)).RepeatForever(), async (_, token) =>
        {
            began.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            isTold = token.IsCancellationRequested;

            // As a message under way is seen to its end.
            await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            hasEnded = true;
        });
        using var host = JobHost.Open(row);
        await host.StartAsync(cancellationToken);
        await began.WaitAsync(cancellationToken);

        await host.StopAsync(cancellationToken);

        Assert.That((isTold, hasEnded), Is.EqualTo((true, true)));
    }

    /// <summary>Bridges and puppet services may take their default of 30 seconds for one message.</summary>
    [Test]
    public void Stop_is_given_more_time_than_one_message_may_take()
    {
        using var host = JobHost.Open(new JobRow("any", () => SimpleScheduleBuilder.Create(), (_, _) => Task.CompletedTask));

        var longest = host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

        Assert.That(longest.TotalSeconds, Is.GreaterThan(Math.Max(new OneBotOptions().TimeoutSeconds, new WechatyOptions().TimeoutSeconds) + 10).And.LessThan(60));
    }
}
