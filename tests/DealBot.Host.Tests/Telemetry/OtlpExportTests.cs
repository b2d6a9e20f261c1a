using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using DealBot.Host.Settings;
using DealBot.Host.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Metrics;

namespace DealBot.Host.Tests.Telemetry;

/// <summary>What a collector gets.</summary>
public sealed class OtlpExportTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task Collector_gets_backlog_age_failure_rate_lateness_quota_and_order_lag_by_name()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var folder = new ServiceFolder();
        var clock = new TestClock(Now);
        using var foundation = await folder.LayAsync(clock);
        await using var services = Services(foundation);
        await FillLedgerAsync(services);
        using (var export = OtlpExport.Start(new TelemetryOptions { OtlpEndpoint = receiver.Address, Seconds = 3600 }))
        {
            var gauges = services.GetRequiredService<LedgerGauges>();
            await gauges.RunAsync(CancellationToken.None);
            await SendAsync(services, clock, Some.Post("sent", Now), Now.AddSeconds(90));
            await gauges.RunAsync(CancellationToken.None);
            services.GetRequiredService<DealBotMeter>().JobEnded("slots", TimeSpan.FromSeconds(1), failed: true);
            export!.ForceFlush();
            await receiver.FirstAsync();
        }

        Assert.That(receiver.Points, Contains.Key("dealbot.posts.due{}").WithValue(1));
        Assert.That(receiver.Points, Contains.Key("dealbot.posts.ahead{}").WithValue(1));
        Assert.That(receiver.Points, Contains.Key("dealbot.posts.oldest_due{}").WithValue(690));
        Assert.That(receiver.Points, Contains.Key("dealbot.posts.failure_rate{}").WithValue(0));
        Assert.That(receiver.Points, Contains.Key("dealbot.posts.day{state=sent}").WithValue(1));
        Assert.That(receiver.Points, Contains.Key("dealbot.post.lateness{kind=slot}").WithValue(1));
        Assert.That(receiver.Points, Contains.Key("dealbot.orders.lag{account=li,network=jd}").WithValue(3690));
        Assert.That(receiver.Points, Contains.Key("dealbot.account.phase{account=slow,adapter=preview}").WithValue(1));
        Assert.That(receiver.Points, Contains.Key("dealbot.clicks.lost{}").WithValue(0));
        Assert.That(receiver.Points, Contains.Key("dealbot.job.failures{job=slots}").WithValue(1));
        Assert.That(receiver.Points, Contains.Key("dealbot.job.duration{job=slots}").WithValue(1));
    }

    [Test]
    public void Nothing_is_exported_unless_somebody_says_where_to() =>
        Assert.That(OtlpExport.Start(new TelemetryOptions()), Is.Null);

    private static ServiceProvider Services(Foundation foundation) => new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddDealBot(foundation)
        .BuildServiceProvider();

    private static async Task FillLedgerAsync(ServiceProvider services)
    {
        var outbox = services.GetRequiredService<IOutbox>();
        await outbox.PlanAsync(Some.Post("due", Now.AddMinutes(-10), address: "other"), CancellationToken.None);
        await outbox.PlanAsync(Some.Post("ahead", Now.AddHours(1)), CancellationToken.None);
        await services.GetRequiredService<IOrderStore>().SaveAsync(
            new OrderBatch { Network = "jd", Account = "li", Orders = [], SeenAt = Now.AddHours(-1), Watermark = new OrderWindow(Now.AddHours(-2), Now.AddHours(-1)) }, CancellationToken.None);
        await services.GetRequiredService<IAccountStore>().SaveAsync(new AccountKey("preview", "slow"), new AccountState { Phase = AccountPhase.Slowed, Rate = 50 }, CancellationToken.None);
    }

    private static async Task SendAsync(ServiceProvider services, TestClock clock, PlannedPost post, DateTimeOffset at)
    {
        var outbox = services.GetRequiredService<IOutbox>();
        await outbox.PlanAsync(post, CancellationToken.None);
        clock.Now = at;
        var leased = (await outbox.LeaseDueAsync(at, TimeSpan.FromMinutes(2), 9, CancellationToken.None)).Single(due => due.PostId == post.PostId);
        await outbox.BeginSendAsync(leased, 0, at, CancellationToken.None);
        await outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), at, CancellationToken.None);
    }
}
