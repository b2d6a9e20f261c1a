using DealBot.Contracts;
using DealBot.Core.Notices;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Orders;

/// <summary>Puts on record what sync and sweeps did, and tells owners what they should know.</summary>
public sealed class OrderSyncRecord(IOrderSyncLog log, INotices notices, OrderPatience patience, ILogger<OrderSyncRecord> logger)
{
    /// <summary>A network did not answer.</summary>
    public void Failed(IAffiliateNetwork network, NetworkException exception, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.IsQuotaUsedUp)
        {
            patience.Refused(network, now);
            OrderEvents.QuotaUsedUp(logger, network.Name, network.Account, exception.Reason.En);
        }
        else
        {
            OrderEvents.NotSynced(logger, network.Name, network.Account, exception.Reason.En);
        }
    }

    /// <summary>A run is over.</summary>
    public async Task EndAsync(SyncRun run, string? ownerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await log.RecordAsync(run, cancellationToken).ConfigureAwait(false);
        if (run.Unreadable > 0)
        {
            await TellUnreadableAsync(run, ownerId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A sweep is over.</summary>
    public async Task EndAsync(OrderSweep sweep, string? ownerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var run = new SyncRun
        {
            Network = sweep.Network,
            Account = sweep.Account,
            Kind = sweep.Kind,
            StartedAt = sweep.StartedAt,
            EndedAt = sweep.EndedAt ?? sweep.StartedAt,
            From = sweep.From,
            Until = sweep.Until,
            Rows = sweep.Rows,
            New = sweep.Missing,
            Changed = sweep.Outdated,
            Unreadable = sweep.Unreadable,
        };
        await EndAsync(run, ownerId, cancellationToken).ConfigureAwait(false);
        OrderEvents.Swept(logger, sweep.Kind, sweep.Network, sweep.Account, sweep.From, sweep.Until, sweep.Rows, sweep.Unlisted);
        if (sweep.Missing + sweep.Outdated > 0)
        {
            OrderEvents.Found(logger, sweep.Network, sweep.Account, sweep.Missing, sweep.Outdated, sweep.Difference);
            await TellFoundAsync(sweep, ownerId, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task TellFoundAsync(OrderSweep sweep, string? ownerId, CancellationToken cancellationToken) => notices.TellAsync(
        new Notice(ownerId, "orders_found", $"{sweep.Network}/{sweep.Account}/{sweep.StartedAt:yyyyMMdd}", new Phrase(
            $"对账补上了平时漏掉的订单：{sweep.Network} 账号 {sweep.Account} 新补 {sweep.Missing} 行、更正 {sweep.Outdated} 行，佣金相差 {sweep.Difference} 元。已记入下单的那一小时，不用处理",
            $"A sweep found orders that the sync had missed: {sweep.Network} account {sweep.Account}, {sweep.Missing} rows added, {sweep.Outdated} corrected, {sweep.Difference} yuan of commission. They are booked in the hour of the order; nothing to do")),
        cancellationToken);

    private Task TellUnreadableAsync(SyncRun run, string? ownerId, CancellationToken cancellationToken)
    {
        OrderEvents.Unreadable(logger, run.Network, run.Account, run.Unreadable);
        return notices.TellAsync(
            new Notice(ownerId, "orders_unreadable", $"{run.Network}/{run.Account}", new Phrase(
                $"{run.Network} 账号 {run.Account} 有 {run.Unreadable} 行订单看不懂，没有计入。原文已留存，每晚对账会再试；一直如此请升级 DealBot，再执行 dealbot recount",
                $"{run.Unreadable} order rows of {run.Network} account {run.Account} can't be read and are not counted. They are kept as they came and tried again each night; if that does not help, upgrade DealBot and run dealbot recount")),
            cancellationToken);
    }
}
