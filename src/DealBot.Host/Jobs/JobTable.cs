using DealBot.Core.Catalog;
using DealBot.Core.Digests;
using DealBot.Core.Groups;
using DealBot.Core.Links;
using DealBot.Core.Notices;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Host.Settings;
using DealBot.Host.Telemetry;
using DealBot.Storage;
using DealBot.Storage.Backups;
using Quartz;

namespace DealBot.Host.Jobs;

/// <summary>Every job, its trigger, and what it calls. A job never runs beside itself; one that is late runs once, not several times.</summary>
public static class JobTable
{
    public const string Dispatch = "dispatch";

    public const string Orders = "orders";

    public static IReadOnlyList<JobRow> Rows(HostSettings settings) =>
    [
        new("configuration", Every(TimeSpan.FromSeconds(settings.Jobs.ConfigurationSeconds)), Run<ConfigurationReload>((reload, token) => reload.RunAsync(token))),
        new("catalog", Every(TimeSpan.FromMinutes(settings.Catalog.SyncMinutes)), Run<CatalogSync>((sync, token) => sync.RunAsync(token))),
        new("plan", Every(TimeSpan.FromSeconds(settings.Jobs.SlotsSeconds)), Run<PlanRound>((round, token) => round.RunAsync(token))),
        new("slots", Every(TimeSpan.FromSeconds(settings.Jobs.SlotsSeconds)), Run<SlotRound>((round, token) => round.RunAsync(token))),
        new(Dispatch, Every(TimeSpan.FromSeconds(settings.Jobs.DispatchSeconds)), Run<Dispatcher>((dispatcher, token) => dispatcher.RunAsync(token))),
        new("unknown", Every(TimeSpan.FromSeconds(settings.Jobs.DispatchSeconds)), Run<UnknownRound>((round, token) => round.RunAsync(token))),
        new("confirmations", Every(TimeSpan.FromMinutes(1)), Run<ConfirmationRound>((round, token) => round.RunAsync(token))),
        new(Orders, Every(TimeSpan.FromSeconds(settings.Jobs.OrdersSeconds)), Run<OrderSync>((sync, token) => sync.RunAsync(token))),
        new("paydays", Every(TimeSpan.FromMinutes(1)), Run<OrderPaydays>((paydays, token) => paydays.RunAsync(token))),
        new("sweeps", Every(TimeSpan.FromMinutes(1)), Run<OrderSweeps>((sweeps, token) => sweeps.RunAsync(token))),
        .. settings.Links.CanaryMinutes == 0
            ? []
            : new JobRow[] { new("canary", Every(TimeSpan.FromMinutes(1)), Run<LinkCanary>((canary, token) => canary.RunAsync(token))) },
        new("network-faults", Every(TimeSpan.FromMinutes(1)), Run<NetworkFaultReport>((report, token) => report.RunAsync(token))),
        new("digests", Every(TimeSpan.FromMinutes(1)), Run<DigestRound>((round, token) => round.RunAsync(token))),
        new("notices", Every(TimeSpan.FromSeconds(settings.Jobs.NoticesSeconds)), Run<NoticeRound>((round, token) => round.RunAsync(token))),
        new("members", Every(TimeSpan.FromMinutes(1)), Run<MemberRound>((round, token) => round.RunAsync(token))),
        new("cleanup", At("0 10 4 * * ?"), Run<PictureCleanup>((cleanup, token) => cleanup.RunAsync(token))),
        new("retention", At("0 20 4 * * ?"), Run<Retention>((retention, token) => retention.RunAsync(token))),
        new("backup", At("0 40 3 * * ?"), Run<DailyBackup>((backup, token) => backup.RunAsync(token))),
        .. OtlpExport.IsOn(settings.Telemetry)
            ? new JobRow[] { new("figures", Every(TimeSpan.FromSeconds(settings.Telemetry.Seconds)), Run<LedgerGauges>((gauges, token) => gauges.RunAsync(token))) }
            : [],
    ];

    private static Func<IScheduleBuilder> Every(TimeSpan interval) => () => SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever()
        .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount);

    private static Func<IScheduleBuilder> At(string cron) => () => CronScheduleBuilder.Create(cron);

    private static Func<IServiceProvider, CancellationToken, Task> Run<T>(Func<T, CancellationToken, Task> run)
        where T : notnull => (services, token) => run(services.GetRequiredService<T>(), token);
}
