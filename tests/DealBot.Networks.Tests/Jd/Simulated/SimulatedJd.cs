using DealBot.Contracts;
using DealBot.Networks.Jd;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Networks.Tests.Jd.Simulated;

/// <summary>The real client and the real simulator with HTTP between them, on one clock. Orders are paid at once and go well.</summary>
internal sealed class SimulatedJd : IAsyncDisposable
{
    public const string Secret = "trusted-secret-0001";
    public const string Position = "3100000101";

    private static readonly JdSimAccount Trusted = new("trustedkey0001", Secret, 1_000_999_001, "4100000001", MaySetSubUnionId: true);
    private static readonly JdSimAccount Plain = new("plainkey0002", "plain-secret-0002", 1_000_999_002, "4100000002", MaySetSubUnionId: false);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private SimulatedJd(InstantClock clock, JdSimulator simulator) => (Clock, Simulator) = (clock, simulator);

    public InstantClock Clock { get; }

    public JdSimulator Simulator { get; }

    public RecordingLoggers Loggers { get; } = new();

    public static async Task<SimulatedJd> StartAsync(int requestsPerSecond = 100_000)
    {
        var clock = new InstantClock(JdScene.Noon);
        var options = new JdSimulatorOptions
        {
            Clock = clock,
            Seed = 7,
            Accounts = [Trusted, Plain],
            RequestsPerSecond = requestsPerSecond,
            OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0 },
        };
        return new SimulatedJd(clock, await JdSimulator.StartAsync(options, CancellationToken.None));
    }

    /// <summary>An account on the white-list for subUnionId.</summary>
    public IAffiliateNetwork TrustedAccount(Func<JdAccount, JdAccount>? change = null, Func<JdOptions, JdOptions>? options = null) =>
        Client((change ?? Same)(Of(Trusted, JdLinkApi.BySubUnionId)), options);

    /// <summary>An account without any white-list.</summary>
    public IAffiliateNetwork PlainAccount(Func<JdAccount, JdAccount>? change = null) => Client((change ?? Same)(Of(Plain, JdLinkApi.Common)), null);

    /// <summary>Follows a link as a member does, to the landing page.</summary>
    /// <returns>The visit.</returns>
    public async Task<string> VisitAsync(TrackingLink link)
    {
        using var response = await _http.GetAsync(link.Url);
        return response.Headers.GetValues(JdSimulator.VisitHeader).Single();
    }

    /// <summary>Orders that changed within ten minutes before the clock's hand.</summary>
    public async Task<List<OrderUpdate>> PullAsync(IAffiliateNetwork network) => [.. (await ReportsAsync(network)).Select(report => report.Order!)];

    /// <summary>The same rows as they came.</summary>
    public Task<List<OrderReport>> ReportsAsync(IAffiliateNetwork network) =>
        network.PullOrdersAsync(new OrderWindow(Clock.GetUtcNow().AddMinutes(-10), Clock.GetUtcNow().AddSeconds(1)), CancellationToken.None).ToListAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Loggers.Dispose();
        await Simulator.DisposeAsync();
    }

    private static JdAccount Of(JdSimAccount account, JdLinkApi linkApi) =>
        new() { AppKey = account.AppKey, AppSecret = account.AppSecret, UnionId = $"{account.UnionId}", SiteId = account.SiteId, LinkApi = linkApi };

    private IAffiliateNetwork Client(JdAccount account, Func<JdOptions, JdOptions>? change)
    {
        var options = new JdOptions
        {
            Gateway = Simulator.Gateway.AbsoluteUri,
            LinkHosts = [Simulator.BaseAddress.Host],
            Accounts = new Dictionary<string, JdAccount> { ["main"] = account },
        };
        options = (change ?? Same)(options);
        Assert.That(JdOptionsValidator.Validate(options), Is.Empty);
        return JdNetworkFactory.Create(options, "main", _http, Clock, Loggers, () => 0.5);
    }

    private static T Same<T>(T value) => value;
}
