using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Bot;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Groups;
using DealBot.Core.Health;
using DealBot.Core.Ledger;
using DealBot.Core.Links;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Rendering.Images;
using DealBot.Core.Selection;
using DealBot.Core.Shares;
using DealBot.Host.Health;
using DealBot.Host.Jobs;
using DealBot.Host.Telemetry;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Storage;
using DealBot.Storage.Backups;
using DealBot.Storage.Journal;
using DealBot.Storage.Ledger;
using DealBot.Storage.Shares;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DealBot.Host.Composition;

/// <summary>Registers every step of the flow, in the flow's order.</summary>
public static class Features
{
    public static IServiceCollection AddDealBot(this IServiceCollection services, Foundation foundation)
    {
        AddFoundation(services, foundation);
        AddStorage(services);
        AddHealth(services, foundation);
        services.AddSingleton<OwnerNotices>();
        services.AddSingleton<INotices>(provider => provider.Get<OwnerNotices>());
        services.AddSingleton(provider => new NoticeScope(
            provider.Get<PostingScope>(), provider.Get<IAccountStore>(), foundation.Time, foundation.Settings.Notices));
        services.AddSingleton<NoticeRound>();

        // network ──sync──▶ Catalog ──select──▶ Selection ──render──▶ Rendering
        services.AddSingleton<DealCatalog>();
        services.AddSingleton(provider => new CatalogSync(
            SourcesOf(foundation), provider.Get<ICatalogStore>(), provider.Get<DealCatalog>(), provider.Get<ILogger<CatalogSync>>())
        {
            Parallelism = foundation.Settings.Posting.Parallelism,
        });
        services.AddSingleton(new DealSelector(SelectionRules.All));
        services.AddSingleton<TemplateRenderer>();
        services.AddSingleton<IImageRasterizer>(new LibrsvgRasterizer());
        AddPictures(services, foundation);
        services.AddSingleton<PostRenderer>();

        // ──▶ Outbox ──dispatch──▶ adapter ──▶ group
        services.AddSingleton(new LinkCodes(foundation.Keys.Links));
        services.AddSingleton(new OwnerNetworks(foundation.Integrations.Networks, foundation.Configuration));
        services.AddSingleton(RecheckSettings.Of(foundation.Settings.Catalog, foundation.Settings.Posting));
        services.AddSingleton<DealRecheck>();
        services.AddSingleton(provider => new LinkConversions(provider.Get<OwnerNetworks>(), foundation.Settings.Links, foundation.Time));
        services.AddSingleton<DealLinks>();
        services.AddSingleton(provider => new CanaryScope(foundation.Configuration, provider.Get<INotices>(), foundation.Time, foundation.Settings.Links)
        {
            Parallelism = foundation.Settings.Posting.Parallelism,
        });
        services.AddSingleton<LinkCanary>();
        services.AddSingleton(foundation.Integrations.NetworkFaults);
        services.AddSingleton<NetworkFaultReport>();
        services.AddSingleton<SlotSelection>();
        services.AddSingleton<SlotPoster>();
        services.AddSingleton<PostingSupervision>();
        services.AddSingleton<PlanRound>();
        services.AddSingleton<SlotRound>();
        services.AddSingleton<AccountWatch>();
        services.AddSingleton<AccountOverview>();
        services.AddSingleton(provider => new MessageSender(
            foundation.Integrations.Adapters, provider.Get<PictureFiles>(), foundation.Time, provider.Get<ILogger<MessageSender>>()));
        services.AddSingleton<PostRecheck>();
        services.AddSingleton(provider => new DispatchSettings(foundation.Settings.Posting, foundation.Time) { Recheck = provider.Get<PostRecheck>() });
        services.AddSingleton<Dispatcher>();
        services.AddSingleton(provider => new DeliveryProver(foundation.Integrations.Adapters, provider.Get<PictureFiles>(), provider.Get<ILogger<DeliveryProver>>()));
        services.AddSingleton<UnknownRound>();
        services.AddSingleton<ConfirmationRound>();
        services.AddSingleton<ClockLeap>();
        services.AddSingleton<PictureCleanup>();

        // clicks, orders ──▶ Metrics ──▶ Digest ──▶ adapter ──▶ owner
        services.AddSingleton<LinkDirectory>();
        AddClicks(services, foundation);
        services.AddSingleton<ClaimedOrders>();
        services.AddSingleton<PositionHolders>();
        services.AddSingleton<PositionPool>();
        services.AddSingleton<ClickJoin>();
        services.AddSingleton<AttributionRules>();
        services.AddSingleton<OrderAttribution>();
        services.AddSingleton<AccountOwners>();
        services.AddSingleton<PromoterLevels>();
        services.AddSingleton<ShareTerms>();
        services.AddSingleton<ICommissionTerms>(provider => provider.Get<ShareTerms>());
        services.AddSingleton<GroupOwnership>();
        services.AddSingleton<StatementReader>();
        services.AddSingleton<StatementPicture>();
        services.AddSingleton<OrderTracing>();
        AddOrders(services, foundation);
        services.AddSingleton<DigestReader>();
        services.AddSingleton<DigestRenderer>();
        services.AddSingleton<DigestSupervision>();
        services.AddSingleton<DigestRound>();

        // chats ──▶ Bot ──▶ Outbox
        AddBot(services, foundation);
        return services;
    }

    /// <summary>Each network's source, with its other accounts to step in for the first.</summary>
    private static List<CatalogSource> SourcesOf(Foundation foundation) =>
    [
        .. foundation.Integrations.Sources.Select(source => source with
        {
            Standby = [.. foundation.Integrations.Networks.Where(network => network.Name == source.Network.Name && network != source.Network)],
        }),
    ];

    private static void AddBot(IServiceCollection services, Foundation foundation)
    {
        // Where no jobs run there is no dispatcher to wake.
        services.TryAddSingleton<WakeDispatcher>(_ => _ => Task.CompletedTask);
        services.AddSingleton<BotScope>();
        services.AddSingleton<ChatPace>();
        services.AddSingleton(provider => new NetworkSearch(
            foundation.Integrations.Networks, foundation.Configuration, foundation.Time, provider.Get<ILogger<NetworkSearch>>()));
        services.AddSingleton<DealFinder>();
        services.AddSingleton<OrderedDeals>();
        services.AddSingleton<MemberAnswers>();
        services.AddSingleton<GroupOrders>();
        services.AddSingleton<GroupOverview>();
        services.AddSingleton<OwnerOrders>();
        services.AddSingleton<ChatAnswering>();
        services.AddSingleton<ChatDesk>();
        services.AddSingleton<ChatIntake>();
        services.AddSingleton<ListenerBoard>();
        services.AddSingleton<ChatListening>();
        services.AddSingleton<MemberRound>();
    }

    private static void AddOrders(IServiceCollection services, Foundation foundation)
    {
        services.AddSingleton(new OrderSyncSettings(foundation.Settings.Orders, foundation.Time, new OrderPatience()) { Parallelism = foundation.Settings.Posting.Parallelism });
        services.AddSingleton<OrderIntake>();
        services.AddSingleton<OrderSweepBooks>();
        services.AddSingleton(provider => new OrderSyncRecord(
            provider.Get<IOrderSyncLog>(), provider.Get<INotices>(), provider.Get<OrderSyncSettings>().Patience, provider.Get<ILogger<OrderSyncRecord>>()));
        services.AddSingleton(provider => new OrderSync(
            foundation.Integrations.Networks,
            provider.Get<OrderIntake>(),
            provider.Get<IOrderStore>(),
            provider.Get<OrderSyncRecord>(),
            provider.Get<OrderSyncSettings>()));
        services.AddSingleton(provider => new OrderSweeps(
            foundation.Integrations.Networks,
            provider.Get<OrderIntake>(),
            provider.Get<OrderSweepBooks>(),
            provider.Get<OrderSyncRecord>(),
            provider.Get<OrderSyncSettings>()));
        services.AddSingleton(provider => new OrderPaydays(
            foundation.Integrations.Networks,
            provider.Get<OrderTracing>(),
            provider.Get<IOrderStore>(),
            provider.Get<IOrderHistory>(),
            provider.Get<IStateStore>(),
            foundation.Time));
        services.AddSingleton(provider => new OrderRecount(
            foundation.Integrations.Networks, provider.Get<OrderTracing>(), provider.Get<IOrderHistory>()));
        services.AddSingleton(provider => new OrderClaiming(
            foundation.Integrations.Networks, provider.Get<IOrderClaims>(), provider.Get<OrderTracing>(), foundation.Configuration, foundation.Time));
    }

    private static void AddFoundation(IServiceCollection services, Foundation foundation)
    {
        services.AddSingleton(foundation.Time);
        services.AddSingleton(foundation.Templates);
        services.AddSingleton(foundation.Configuration);
        services.AddSingleton(foundation.Database);
        services.AddSingleton(foundation.Settings);
        services.AddSingleton(foundation.Settings.Storage);
        services.AddSingleton(foundation.Settings.Catalog);
        services.AddSingleton(foundation.Settings.Posting);
        services.AddSingleton(foundation.Settings.Clicks);
        services.AddSingleton(foundation.Settings.Orders);
        services.AddSingleton(new PostingScope(
            foundation.Integrations.Adapters,
            new PublicLinks(foundation.Settings.PublicBaseUrl) { AllowedHosts = foundation.Settings.Links.AllowedHosts },
            foundation.Configuration,
            foundation.Settings.Posting));
        var links = new PictureLinks(foundation.Settings.PublicBaseUrl, foundation.Keys.Links);
        services.AddSingleton(links);
        services.AddSingleton(new PictureFiles(DataFolder(foundation), foundation.Time, links));
    }

    private static void AddClicks(IServiceCollection services, Foundation foundation)
    {
        var options = foundation.Settings.Clicks;
        services.AddSingleton<ClickClassifier>();
        services.AddSingleton<ClickBursts>();
        services.AddSingleton(new VisitorIds(foundation.Keys.Visitors, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone)));
        services.AddSingleton<ClickLosses>();
        services.AddSingleton<ClickRecorder>();
        services.AddSingleton<ClickIntake>();

        // What is on the disk is taken into the database by a loop of its own, and before figures are read.
        services.AddSingleton(JournalOptions.Beside(foundation.Settings.Storage, options.JournalMegabytes));
        services.AddSingleton<IClickJournal, ClickJournal>();
        services.AddSingleton<IClickBacklog, ClickBacklog>();
        services.AddSingleton<ClickIngestion>();
        services.AddSingleton<ClickLossReport>();
        services.AddHostedService<ClickIngestionLoop>();
    }

    private static void AddPictures(IServiceCollection services, Foundation foundation)
    {
        var options = foundation.Settings.Images;
        var hosts = new PictureHosts(options);
        services.AddSingleton(new PictureDownload(new HttpClient(PictureConnection.Handler(hosts)), hosts, options));
        services.AddSingleton(provider => new PicturePreparation(
            provider.Get<IImageRasterizer>(), PictureLimits.Default with { MaxPixels = options.MaxMegapixels * 1_000_000L }));
        services.AddSingleton(provider => new PictureStore(
            options.CacheDirectory ?? Path.Combine(DataFolder(foundation), "pictures"),
            options.CacheMegabytes * 1024L * 1024,
            foundation.Time,
            provider.Get<ILogger<PictureStore>>()));
        services.AddSingleton<RecentPictures>();
        services.AddSingleton<ProductImages>();
    }

    private static string DataFolder(Foundation foundation) => Path.GetDirectoryName(Path.GetFullPath(foundation.Settings.Storage.Path))!;

    private static void AddHealth(IServiceCollection services, Foundation foundation)
    {
        services.AddSingleton<StorageProbe>();
        services.AddSingleton<ServiceFiguresStore>();
        services.AddSingleton<IServiceFigures>(provider => new ConfiguredFigures(
            provider.Get<ServiceFiguresStore>(), foundation.Integrations.Networks, foundation.Configuration, foundation.Settings.Links));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HealthSources>(provider) with { Plugins = foundation.Integrations.Plugins });
        services.AddSingleton<HealthCheck>();
        services.AddSingleton(foundation);
        services.AddSingleton<DealBotMeter>();
        services.AddSingleton<LedgerGauges>();
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton<IStateStore, StateStore>();
        services.AddSingleton<ICatalogStore, CatalogStore>();
        services.AddSingleton<IOutbox, Outbox>();
        services.AddSingleton<IWaitingDeals, WaitingDeals>();
        services.AddSingleton<IAccountStore, AccountStore>();
        services.AddSingleton<INoticeStore, NoticeStore>();
        services.AddSingleton<IPauseStore, PauseStore>();
        services.AddSingleton<ICanaryStore, CanaryStore>();
        services.AddSingleton<IMemberStore, MemberStore>();
        services.AddSingleton<IChatInbox, ChatInbox>();
        services.AddSingleton<IPostPlan, PostPlan>();
        services.AddSingleton<IPostRecovery, PostRecovery>();
        services.AddSingleton<IPostResends, PostResends>();
        services.AddSingleton<IPostConfirmations, PostConfirmations>();
        services.AddSingleton<IPostHistory, PostHistory>();
        services.AddSingleton<IPostArchive, PostArchive>();
        services.AddSingleton<ILinkStore, LinkStore>();
        services.AddSingleton<IClickStore, ClickStore>();
        services.AddSingleton<IOrderStore, OrderStore>();
        services.AddSingleton<IOrderHistory, OrderHistory>();
        services.AddSingleton<IOrderList, OrderList>();
        services.AddSingleton<IOrderClaims, OrderClaims>();
        services.AddSingleton<IPositionStore, PositionStore>();
        services.AddSingleton<IClickTrail, ClickTrail>();
        services.AddSingleton<IOrderSyncLog, OrderSyncLog>();
        services.AddSingleton<IShareHistory, ShareHistory>();
        services.AddSingleton<IAccountOwnerHistory, AccountOwnerHistory>();
        services.AddSingleton<IOrderTraces, OrderTraces>();
        services.AddSingleton<IPromoterSales, PromoterSales>();
        services.AddSingleton<IPayoutStore, PayoutStore>();
        services.AddSingleton<ILedgerStore, LedgerStore>();
        services.AddSingleton<ILedgerAudit, LedgerAudit>();
        services.AddSingleton<IGroupOwners, GroupOwners>();
        services.AddSingleton<MetricsStore>();
        services.AddSingleton<IMetricsStore>(provider => new UpToDateMetrics(
            provider.Get<MetricsStore>(), provider.Get<ClickIngestion>(), provider.Get<ILogger<UpToDateMetrics>>()));
        services.AddSingleton(provider => new RetentionScope(
            provider.Get<StorageOptions>(),
            () => provider.Get<PostingScope>() is var scope && scope.Configuration.Current.Channels.Any(it => scope.Adapters[it.Adapter].LimitsFor(it.Address).AddressMessagesPerMonth is not null)));
        services.AddSingleton<Retention>();
        services.AddSingleton<DailyBackup>();
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
