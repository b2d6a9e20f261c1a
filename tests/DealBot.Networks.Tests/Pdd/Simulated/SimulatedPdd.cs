using DealBot.Contracts;
using DealBot.Networks.Pdd;
using DealBot.Networks.Tests.Jd;
using DealBot.Simulators.Market;
using DealBot.Simulators.Pdd;

namespace DealBot.Networks.Tests.Pdd.Simulated;

/// <summary>The real client and the real simulator with HTTP between them, on one clock. Orders are paid at once and go well.</summary>
internal sealed class SimulatedPdd : IAsyncDisposable
{
    public const string Secret = "pdd-main-secret-0001";
    public const string Pid = "12345678_223344556";
    public const string GroupPid = "12345678_7";
    public const string UnfiledPid = "12345678_9";

    private static readonly PddSimAccount Main = new("mainclient0001", Secret, [Pid, GroupPid, UnfiledPid]) { Unfiled = [UnfiledPid] };
    private static readonly PddSimAccount Other = new("otherclient0002", "pdd-other-secret-0002", ["87654321_1"]);
    private static readonly PddSimAccount Ungranted = new("newclient0003", "pdd-new-secret-0003", ["11112222_1"]) { IsGranted = false };
    private static readonly PddSimAccount Elsewhere = new("farclient0004", "pdd-far-secret-0004", ["33334444_1"]) { IsWhiteListed = false };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private SimulatedPdd(InstantClock clock, PddSimulator simulator) => (Clock, Simulator) = (clock, simulator);

    public InstantClock Clock { get; }

    public PddSimulator Simulator { get; }

    public RecordingLoggers Loggers { get; } = new();

    public static async Task<SimulatedPdd> StartAsync(OrderPace? pace = null, int requestsPerSecond = 100_000)
    {
        var clock = new InstantClock(PddScene.Noon);
        var options = new PddSimulatorOptions
        {
            Clock = clock,
            Seed = 7,
            Accounts = [Main, Other, Ungranted, Elsewhere],
            RequestsPerSecond = requestsPerSecond,
            OrderPace = pace ?? new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0 },
        };
        return new SimulatedPdd(clock, await PddSimulator.StartAsync(options, CancellationToken.None));
    }

    public IAffiliateNetwork MainAccount(Func<PddAccount, PddAccount>? change = null, Patience? patience = null) => Client((change ?? Same)(Of(Main)), patience);

    /// <summary>A promoter beside.</summary>
    public IAffiliateNetwork OtherAccount() => Client(Of(Other));

    /// <summary>An account whose application lacks the package of 多多进宝.</summary>
    public IAffiliateNetwork UngrantedAccount() => Client(Of(Ungranted));

    /// <summary>An account that is called from an address it does not name.</summary>
    public IAffiliateNetwork ElsewhereAccount() => Client(Of(Elsewhere));

    /// <summary>Follows a link as a member does, to the landing page.</summary>
    /// <returns>The visit.</returns>
    public async Task<string> VisitAsync(Uri link)
    {
        using var response = await _http.GetAsync(link);
        return response.Headers.GetValues(NetworkSimulator.VisitHeader).Single();
    }

    /// <summary>Opens a page without buying anything.</summary>
    public async Task OpenAsync(string address)
    {
        using var response = await _http.GetAsync(new Uri(address));
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Loggers.Dispose();
        await Simulator.DisposeAsync();
    }

    private static PddAccount Of(PddSimAccount account) => new() { ClientId = account.ClientId, ClientSecret = account.ClientSecret, Pid = account.Positions[0] };

    private IAffiliateNetwork Client(PddAccount account, Patience? patience = null)
    {
        patience ??= Patience.Usual;
        var options = new PddOptions
        {
            Gateway = Simulator.Gateway.AbsoluteUri,
            LinkHosts = [Simulator.BaseAddress.Host],
            Accounts = new Dictionary<string, PddAccount> { ["main"] = account },
            OptIds = [15],
            TimeoutSeconds = patience.TimeoutSeconds,
            MaxRetries = patience.MaxRetries,
        };
        Assert.That(PddOptionsValidator.Validate(options), Is.Empty);
        return PddNetworkFactory.Create(options, "main", _http, Clock, Loggers, () => 0.5);
    }

    private static T Same<T>(T value) => value;
}
