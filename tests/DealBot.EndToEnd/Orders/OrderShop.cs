using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Notices;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;
using DealBot.Host.Rehearsal;
using DealBot.Networks.Jd;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.EndToEnd.Orders;

/// <summary>Order sync as the service runs it, against the simulated JD over HTTP, on a virtual clock. It can be restarted at any moment.</summary>
internal sealed class OrderShop : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 5, 25, 0, 0, 0, TimeSpan.FromHours(8));

    private static readonly JdSimAccount Account = new("shopkey0001", "shop-secret-0001", 1_000_999_001, "4100000001", MaySetSubUnionId: true);

    private readonly TempFolder _folder = new();
    private readonly ConfigFolder _config = new();
    private readonly InterruptingHandler _handler = new();
    private readonly HttpClient _http;
    private readonly LiveConfiguration _configuration;
    private readonly List<string> _visits = [];
    private SqliteDatabase _database;
    private OrderSync _sync = null!;
    private OrderPaydays _paydays = null!;
    private OrderSweeps _sweeps = null!;

    private OrderShop(JdSimulator jd, VirtualClock world, int timeoutSeconds)
    {
        (Jd, World, Clock) = (jd, world, new ServiceClock(world));
        _http = new HttpClient(_handler);
        _configuration = _config.Open();
        _database = Open();
        Network = Client(timeoutSeconds);
        Restart();
    }

    public JdSimulator Jd { get; }

    public VirtualClock World { get; }

    public ServiceClock Clock { get; }

    public IAffiliateNetwork Network { get; }

    public SqliteDatabase Database => _database;

    public List<Notice> Told { get; } = [];

    /// <summary>A network whose orders turn out badly often and late, and a link of two groups to three items each.</summary>
    /// <param name="seed">What chance goes by.</param>
    /// <param name="timeoutSeconds">How long the service waits for an answer, by the machine's clock: 2 where answers that come too late are among the troubles.</param>
    public static async Task<OrderShop> OpenAsync(int seed, int timeoutSeconds = 2)
    {
        var world = new VirtualClock(Start);
        var jd = await JdSimulator.StartAsync(
            new JdSimulatorOptions
            {
                Clock = world,
                Seed = seed,
                Accounts = [Account],
                OrderPace = new OrderPace { SlowShare = 0.4, UnpaidShare = 0.2, CancelledShare = 0.1, ReturnedShare = 0.3, SlowestReturn = TimeSpan.FromDays(26) },
            },
            CancellationToken.None);
        var shop = new OrderShop(jd, world, timeoutSeconds);
        await shop.LinkAsync();
        return shop;
    }

    public void Buy(Random random) => Jd.TryBuy(_visits[random.Next(_visits.Count)], random.Next(1, 4));

    /// <summary>What the service does within a turn. With a number of calls it dies in the middle and starts again.</summary>
    public async Task TurnAsync(int? dieAfterCalls = null)
    {
        using var life = new CancellationTokenSource();
        if (dieAfterCalls is { } calls)
        {
            _handler.After(calls, life);
        }

        try
        {
            await _sync.RunAsync(life.Token);
            await _paydays.RunAsync(life.Token);
            await _sweeps.RunAsync(life.Token);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            Restart();
        }
        finally
        {
            _handler.Never();
        }
    }

    public OrderRecount Recount() => new([Network], Tracing(), new OrderHistory(_database, Clock));

    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        _http.Dispose();
        await Jd.DisposeAsync();
        _config.Dispose();
        _folder.Dispose();
    }

    private SqliteDatabase Open() => SqliteDatabase.Open(new StorageOptions { Path = _folder.File("dealbot.db"), SyncEveryCommit = false });

    private void Restart()
    {
        _database.Dispose();
        _database = Open();
        var store = new OrderStore(_database);
        var log = new OrderSyncLog(_database);
        var settings = new OrderSyncSettings(new OrderOptions { NightlyDays = 2, SweepWindowsPerTurn = 60 }, Clock, new OrderPatience());
        var intake = new OrderIntake(Tracing(), store, Clock);
        var record = new OrderSyncRecord(log, new Ear(Told), settings.Patience, NullLogger<OrderSyncRecord>.Instance);
        _sync = new OrderSync([Network], intake, store, record, settings);
        _paydays = new OrderPaydays([Network], Tracing(), store, new OrderHistory(_database, Clock), new StateStore(_database), Clock);
        _sweeps = new OrderSweeps([Network], intake, new OrderSweepBooks(store, new OrderHistory(_database, Clock), log), record, settings);
    }

    private OrderTracing Tracing() => new(
        new AccountOwners(_configuration, new AccountOwnerHistory(_database), Clock, NullLogger<AccountOwners>.Instance),
        new OrderAttribution(
            new AttributionRules(
                _configuration,
                new LinkDirectory(new LinkStore(_database)),
                new PositionHolders(new PositionStore(_database), Clock),
                new ClickJoin(new ClickTrail(_database), new OrderOptions())),
            new ClaimedOrders(new OrderClaims(_database)),
            new OrderTraces(_database)),
        new OwnerKeepsAll());

    private IAffiliateNetwork Client(int timeoutSeconds)
    {
        var account = new JdAccount
        {
            AppKey = Account.AppKey,
            AppSecret = Account.AppSecret,
            UnionId = $"{Account.UnionId}",
            SiteId = Account.SiteId,
            LinkApi = JdLinkApi.BySubUnionId,
        };
        var options = new JdOptions
        {
            Gateway = Jd.Gateway.AbsoluteUri,
            LinkHosts = [Jd.BaseAddress.Host],
            TimeoutSeconds = timeoutSeconds,
            MaxRetries = 1,
            Accounts = new Dictionary<string, JdAccount> { ["main"] = account },
        };
        return JdNetworkFactory.Create(options, "main", _http, Clock, NullLoggerFactory.Instance, () => 0.5);
    }

    /// <summary>With all the time it takes: what it makes is needed, whatever else the machine is doing.</summary>
    private async Task LinkAsync()
    {
        var patient = Client(timeoutSeconds: 60);
        await foreach (var deal in patient.ListDealsAsync(new DealQuery(null, null, 3), CancellationToken.None))
        {
            foreach (var group in _configuration.Current.Groups)
            {
                var result = await patient.ConvertAsync(new LinkRequest(deal, GroupTracking.For(patient.Limits, group, "7kq2mzp4xw3", null)), CancellationToken.None);
                using var landed = await _http.GetAsync(((LinkResult.Converted)result).Link.Url);
                _visits.Add(landed.Headers.GetValues(JdSimulator.VisitHeader).Single());
            }
        }
    }

    private sealed class Ear(List<Notice> told) : INotices
    {
        public Task TellAsync(Notice notice, CancellationToken cancellationToken)
        {
            told.Add(notice);
            return Task.CompletedTask;
        }
    }
}
