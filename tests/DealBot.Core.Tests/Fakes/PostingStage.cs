using Dapper;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Groups;
using DealBot.Core.Links;
using DealBot.Core.Notices;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Rendering.Images;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;
using DealBot.Imaging.Images;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Everything between a slot and the outbox, on a real database and real templates; networks, adapter, clock and drawing are fakes.</summary>
internal sealed class PostingStage : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();

    public PostingStage()
    {
        WriteTemplate("copy/default.sbn-txt", "{{ for deal in deals }}{{ deal.title }} {{ deal.final_price }} {{ deal.link }}\n{{ end }}");
        WriteTemplate("posters/classic.sbn-svg", "<svg>{{ deal.title }}</svg>");
        WriteTemplate("digests/daily.sbn-txt", "{{ owner.name }} {{ date }}: {{ today.clicks }} 次点击，{{ versus_yesterday.clicks }}");
        WriteTemplate("digests/daily.sbn-svg", "<svg>{{ today.clicks }}</svg>");
        Database = SqliteDatabase.Open(new StorageOptions { Path = _folder.File("dealbot.db"), SyncEveryCommit = false });
        Catalog = new DealCatalog(new CatalogStore(Database), new CatalogOptions(), Clock);
    }

    public ConfigFolder Config { get; } = new();

    public TestClock Clock { get; } = new(Some.Shanghai("2026-06-01 09:00"));

    public SqliteDatabase Database { get; }

    public DealCatalog Catalog { get; }

    public FakeNetwork Network { get; } = new();

    public FakeNetwork OtherNetwork { get; } = new("pdd");

    public FakeAdapter Adapter { get; } = new();

    public FakeRasterizer Rasterizer { get; } = new();

    /// <summary>The clock of conversions, where a test lets them take time.</summary>
    public TimeProvider LinkTime { get => field ?? Clock; set; }

    /// <summary>Other sites that posts may lead to.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    public PostingOptions Options { get; set; } = new() { FreshMinutes = 20 };

    public LiveConfiguration Configuration => field ??= Config.Open();

    public IOutbox Outbox => new Outbox(Database);

    public IStateStore State => new StateStore(Database);

    public IPauseStore Pauses => new PauseStore(Database);

    public INoticeStore Notices => new NoticeStore(Database);

    public IAccountStore Accounts => new AccountStore(Database);

    public PictureFiles PictureFiles => new(_folder.Path, Clock);

    public string Posters => _folder.File(PictureFiles.Posters);

    public string Charts => _folder.File(PictureFiles.Digests);

    public SlotPoster Poster => field ??= new SlotPoster(
        new SlotSelection(Catalog, new DealSelector(SelectionRules.All), new PostHistory(Database), Configuration),
        Links,
        new PostRenderer(Templates, Rasterizer, Pictures(), new PictureFiles(_folder.Path, Clock), NullLogger<PostRenderer>.Instance),
        Outbox,
        Scope);

    public RecheckSettings RecheckSettings { get; set; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(60), 4);

    public DealRecheck Recheck => field ??= new DealRecheck(new OwnerNetworks([Network, OtherNetwork], Configuration), RecheckSettings, Clock, NullLogger<DealRecheck>.Instance);

    public DealLinks Links => field ??= new DealLinks(new LinkConversions(new OwnerNetworks([Network, OtherNetwork], Configuration), new ConversionOptions(), LinkTime), Recheck, new LinkCodes([1, 2, 3]), Positions);

    public PositionPool Positions => new(
        new PositionHolders(new PositionStore(Database), Clock), new PositionStore(Database), Configuration, Told, new OrderSyncSettings(new OrderOptions(), Clock, new OrderPatience()));

    public FakeNotices Told { get; } = new();

    /// <summary>The plan's round of one life of the service; <see cref="Restart"/> begins another.</summary>
    public PlanRound Plan
    {
        get => field ??= new PlanRound(new PostPlan(Database), Pauses, Scope, Supervision);
        private set;
    }

    /// <summary>The slots' round of the same life.</summary>
    public SlotRound Round
    {
        get => field ??= new SlotRound(Poster, new PostPlan(Database), Pauses, Scope, Supervision);
        private set;
    }

    public DigestRound Digests => new(
        new DigestRenderer(new DigestReader(new MetricsStore(Database), Notices, new MemberStore(Database), Configuration, Clock), Templates, Rasterizer, NullLogger<DigestRenderer>.Instance),
        Outbox,
        new PictureFiles(_folder.Path, Clock),
        Scope,
        new DigestSupervision(Clock, NullLogger<DigestRound>.Instance));

    private PostingSupervision Supervision => new(Clock, Told, NullLogger<PostingSupervision>.Instance);

    public PostingScope Scope => new(
        new Dictionary<string, IMessagingAdapter> { ["preview"] = Adapter }, new PublicLinks(new Uri("https://d.example/")) { AllowedHosts = AllowedHosts }, Configuration, Options);

    private TemplateRenderer Templates => new(new TemplateLibrary(_folder.File("templates")), Clock);

    public void WriteTemplate(string name, string text)
    {
        var path = _folder.File(System.IO.Path.Combine("templates", name));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public async Task OfferAsync(params Deal[] deals)
    {
        await new CatalogStore(Database).RecordAsync(deals, default);
        await Catalog.RefreshAsync(default);
    }

    /// <summary>Lays the plan and prepares what is due, as the jobs do.</summary>
    public async Task<int> RunAsync(string local)
    {
        Clock.Now = Some.Shanghai(local);
        await Plan.RunAsync(default);
        return await Round.RunAsync(default);
    }

    /// <summary>What the service kept in memory is gone.</summary>
    public void Restart() => (Plan, Round) = (null!, null!);

    /// <summary>The slot of a group at a moment, made as the schedule makes it but for the number of deals.</summary>
    public Slot Slot(string group = "mama-1", int deals = 1, DateTimeOffset? at = null)
    {
        var slot = Configuration.Calendar.Extra(Configuration.Current.FindGroup(group)!, at ?? Clock.Now);
        return slot with { Plan = slot.Plan with { Deals = deals } };
    }

    public IReadOnlyList<T> Query<T>(string sql) => Database.ReadAsync(connection => connection.Query<T>(sql).ToList(), default).GetAwaiter().GetResult();

    public void Execute(string sql) => Database.WriteAsync((connection, transaction) => connection.Execute(sql, transaction: transaction), default).GetAwaiter().GetResult();

    private ProductImages Pictures()
    {
        var options = new ImageOptions();
        return new ProductImages(
            new PictureDownload(_http, new PictureHosts(options), options),
            new PicturePreparation(Rasterizer),
            new PictureStore(_folder.File("pictures"), 0, Clock, NullLogger<PictureStore>.Instance),
            new RecentPictures(Clock),
            NullLogger<ProductImages>.Instance);
    }

    public void Dispose()
    {
        Database.Dispose();
        _http.Dispose();
        Config.Dispose();
        _folder.Dispose();
    }
}
