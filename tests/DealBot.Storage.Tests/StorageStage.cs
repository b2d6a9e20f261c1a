using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Bot;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Ledger;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Shares;

namespace DealBot.Storage.Tests;

/// <summary>Every port on one fresh storage, and a look behind them. Another database derives this and then each contract.</summary>
public abstract class StorageStage : IDisposable
{
    public abstract IOutbox Outbox { get; }

    public abstract IPostPlan Plan { get; }

    public abstract IPostRecovery Recovery { get; }

    public abstract IPostResends Resends { get; }

    public abstract IPostConfirmations Confirmations { get; }

    public abstract IPostHistory History { get; }

    public abstract ICatalogStore Catalog { get; }

    public abstract IClickStore Clicks { get; }

    public abstract ILinkStore Links { get; }

    public abstract IOrderStore Orders { get; }

    public abstract IOrderHistory OrderHistory { get; }

    public abstract IOrderList OrderList { get; }

    public abstract IOrderClaims OrderClaims { get; }

    public abstract IPositionStore Positions { get; }

    public abstract IClickTrail ClickTrail { get; }

    public abstract IOrderSyncLog OrderSyncs { get; }

    public abstract ILedgerStore Ledger { get; }

    public abstract IShareHistory ShareHistory { get; }

    public abstract IAccountOwnerHistory AccountOwners { get; }

    public abstract IOrderTraces OrderTraces { get; }

    public abstract IPromoterSales PromoterSales { get; }

    public abstract IPayoutStore Payouts { get; }

    public abstract ILedgerAudit LedgerAudit { get; }

    public abstract IMetricsStore Metrics { get; }

    public abstract IGroupOwners GroupOwners { get; }

    public abstract IStateStore State { get; }

    public abstract IAccountStore Accounts { get; }

    public abstract INoticeStore Notices { get; }

    public abstract IPauseStore Pauses { get; }

    public abstract IMemberStore Members { get; }

    public abstract IChatInbox Inbox { get; }

    /// <summary>What a query in the shared SQL gives.</summary>
    public abstract IReadOnlyList<T> Query<T>(string sql, object? parameters = null);

    /// <summary>Changes what no port would.</summary>
    public abstract void Execute(string sql, object? parameters = null);

    /// <summary>Changes even what the database refuses to change, as somebody might who has the file.</summary>
    public abstract void Meddle(string sql);

    /// <summary>Saves rows as a window that ends at a moment brought them.</summary>
    public async Task<int> SaveOrdersAsync(DateTimeOffset until, params AttributedOrder[] orders) => (await Orders.SaveAsync(
        new OrderBatch { Network = "jd", Account = "main", Orders = orders, SeenAt = until, Watermark = new OrderWindow(until.AddHours(-1), until) }, default)).Changes.Count;

    public T One<T>(string sql, object? parameters = null) => Query<T>(sql, parameters).Single();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
