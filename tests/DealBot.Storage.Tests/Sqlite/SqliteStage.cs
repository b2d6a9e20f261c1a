using Dapper;
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
using DealBot.Storage.Ledger;
using DealBot.Storage.Shares;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>The ports on a real file in a folder of its own.</summary>
internal sealed class SqliteStage : StorageStage
{
    private readonly TempFolder? _folder;

    public SqliteStage()
        : this(new TempFolder())
    {
    }

    /// <summary>The ports on a file that is there already and stays.</summary>
    public SqliteStage(string path)
    {
        Path = path;
        Database = SqliteDatabase.Open(new StorageOptions { Path = path, SyncEveryCommit = false });
    }

    private SqliteStage(TempFolder folder)
        : this(folder.File("dealbot.db")) => _folder = folder;

    public string Path { get; }

    public SqliteDatabase Database { get; }

    /// <summary>What says when a row is booked anew.</summary>
    public TestClock Clock { get; } = new(Some.Morning.AddDays(30));

    public override IOutbox Outbox => new Outbox(Database);

    public override IPostPlan Plan => new PostPlan(Database);

    public override IPostRecovery Recovery => new PostRecovery(Database);

    public override IPostResends Resends => new PostResends(Database);

    public override IPostConfirmations Confirmations => new PostConfirmations(Database);

    public override IPostHistory History => new PostHistory(Database);

    public override ICatalogStore Catalog => new CatalogStore(Database);

    public override IClickStore Clicks => new ClickStore(Database);

    public override ILinkStore Links => new LinkStore(Database);

    public override IOrderStore Orders => new OrderStore(Database);

    public override IOrderHistory OrderHistory => new OrderHistory(Database, Clock);

    public override IOrderList OrderList => new OrderList(Database);

    public override IOrderClaims OrderClaims => new OrderClaims(Database);

    public override IPositionStore Positions => new PositionStore(Database);

    public override IClickTrail ClickTrail => new ClickTrail(Database);

    public override IOrderSyncLog OrderSyncs => new OrderSyncLog(Database);

    public override ILedgerStore Ledger => new LedgerStore(Database);

    public override IShareHistory ShareHistory => new ShareHistory(Database);

    public override IAccountOwnerHistory AccountOwners => new AccountOwnerHistory(Database);

    public override IOrderTraces OrderTraces => new OrderTraces(Database);

    public override IPromoterSales PromoterSales => new PromoterSales(Database);

    public override IPayoutStore Payouts => new PayoutStore(Database);

    public override ILedgerAudit LedgerAudit => new LedgerAudit(Database);

    public override IMetricsStore Metrics => new MetricsStore(Database);

    public override IGroupOwners GroupOwners => new GroupOwners(Database);

    public override IStateStore State => new StateStore(Database);

    public override IAccountStore Accounts => new AccountStore(Database);

    public override INoticeStore Notices => new NoticeStore(Database);

    public override IPauseStore Pauses => new PauseStore(Database);

    public override IMemberStore Members => new MemberStore(Database);

    public override IChatInbox Inbox => new ChatInbox(Database);

    public override IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Database.ReadAsync(connection => connection.Query<T>(sql, parameters).ToList(), CancellationToken.None).GetAwaiter().GetResult();

    public override void Execute(string sql, object? parameters = null) =>
        Database.WriteAsync((connection, transaction) => connection.Execute(sql, parameters, transaction), CancellationToken.None).GetAwaiter().GetResult();

    public override void Meddle(string sql) => Database.WriteAsync(
        (connection, transaction) =>
        {
            var guards = connection.Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", transaction: transaction).ToList();
            guards.ForEach(guard => connection.Execute($"DROP TRIGGER {guard.Name}", transaction: transaction));
            var changed = connection.Execute(sql, transaction: transaction);
            guards.ForEach(guard => connection.Execute(guard.Sql, transaction: transaction));
            return changed;
        },
        CancellationToken.None).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        Database.Dispose();
        _folder?.Dispose();
    }
}
