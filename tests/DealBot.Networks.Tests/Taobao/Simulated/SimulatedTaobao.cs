using DealBot.Contracts;
using DealBot.Networks.Taobao;
using DealBot.Networks.Tests.Jd;
using DealBot.Simulators.Market;
using DealBot.Simulators.Taobao;

namespace DealBot.Networks.Tests.Taobao.Simulated;

/// <summary>The real client and the real simulator with HTTP between them, on one clock. Orders are paid at once and go well.</summary>
internal sealed class SimulatedTaobao : IAsyncDisposable
{
    public const string Secret = "taobao-secret-0001";
    public const string Pid = "mm_98000001_444555_111222333";
    public const string OtherPid = "mm_98000001_444555_111222334";
    public const string RelationId = "2900000001";

    private static readonly TaobaoSimAccount Main = new("12345678", Secret, Pid, OtherPid) { RelationIds = [RelationId] };
    private static readonly TaobaoSimAccount Unlicensed = new("12345679", "taobao-secret-0002", Pid) { HasPackage = false };
    private static readonly TaobaoSimAccount Wordless = new("12345680", "taobao-secret-0003", Pid) { MayCreateCommands = false };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private SimulatedTaobao(InstantClock clock, TaobaoSimulator simulator) => (Clock, Simulator) = (clock, simulator);

    public InstantClock Clock { get; }

    public TaobaoSimulator Simulator { get; }

    public RecordingLoggers Loggers { get; } = new();

    public static async Task<SimulatedTaobao> StartAsync(bool isBigSale = false)
    {
        var clock = new InstantClock(TaobaoScene.Noon);
        var options = new TaobaoSimulatorOptions
        {
            Clock = clock,
            Seed = 7,
            Accounts = [Main, Unlicensed, Wordless],
            IsBigSale = isBigSale,
            OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0, SettlesAfter = TimeSpan.FromDays(15) },
        };
        return new SimulatedTaobao(clock, await TaobaoSimulator.StartAsync(options, CancellationToken.None));
    }

    /// <summary>An account with a second position, a channel, and all permissions.</summary>
    public IAffiliateNetwork Account(Func<TaobaoAccount, TaobaoAccount>? change = null, Func<TaobaoOptions, TaobaoOptions>? options = null) =>
        Client((change ?? Same)(Of(Main) with { Positions = [OtherPid], RelationIds = [RelationId] }), options);

    /// <summary>An account whose application was not granted the Taobaoke package.</summary>
    public IAffiliateNetwork UnlicensedAccount() => Client(Of(Unlicensed), null);

    /// <summary>An account whose application may not make command texts.</summary>
    public IAffiliateNetwork WordlessAccount() => Client(Of(Wordless), null);

    /// <summary>Follows a link as a member does, to the landing page.</summary>
    /// <returns>The visit.</returns>
    public async Task<string> VisitAsync(Uri url)
    {
        using var response = await _http.GetAsync(url);
        return response.Headers.GetValues(NetworkSimulator.VisitHeader).Single();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Loggers.Dispose();
        await Simulator.DisposeAsync();
    }

    private static TaobaoAccount Of(TaobaoSimAccount account) => new() { AppKey = account.AppKey, AppSecret = account.AppSecret, Pid = Pid };

    private IAffiliateNetwork Client(TaobaoAccount account, Func<TaobaoOptions, TaobaoOptions>? change)
    {
        var options = new TaobaoOptions
        {
            Gateway = Simulator.Gateway.AbsoluteUri,
            LinkHosts = [Simulator.BaseAddress.Host],
            Keywords = ["旗舰店"],
            Accounts = new Dictionary<string, TaobaoAccount> { ["main"] = account },
        };
        options = (change ?? Same)(options);
        Assert.That(TaobaoOptionsValidator.Validate(options), Is.Empty);
        return TaobaoNetworkFactory.Create(options, "main", _http, Clock, Loggers, () => 0.5);
    }

    private static T Same<T>(T value) => value;
}
