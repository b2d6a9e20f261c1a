using DealBot.Contracts;
using DealBot.Networks.Tests.Jd;
using DealBot.Networks.Vip;
using DealBot.Simulators.Market;
using DealBot.Simulators.Vip;

namespace DealBot.Networks.Tests.Vip.Simulated;

/// <summary>The real client and the real simulator with HTTP between them, on one clock. Orders are paid at once and go well.</summary>
internal sealed class SimulatedVip : IAsyncDisposable
{
    public const string Secret = "vip-authorised-secret-0001";
    public const string Token = "vip-authorised-token-0001";
    public const string ChanTag = "c101pid";

    private static readonly VipSimAccount Authorised = new("vipkey0001", Secret, "u8wfgxo1", [ChanTag, "c102pid"]) { AccessToken = Token };
    private static readonly VipSimAccount Plain = new("vipkey0002", "vip-plain-secret-0002", "u8wfgxo2", ["c201pid"]);
    private static readonly VipSimAccount Ungranted = new("vipkey0003", "vip-ungranted-secret-0003", "u8wfgxo3", ["c301pid"]) { MayCallUnion = false };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private SimulatedVip(InstantClock clock, VipSimulator simulator) => (Clock, Simulator) = (clock, simulator);

    public InstantClock Clock { get; }

    public VipSimulator Simulator { get; }

    public RecordingLoggers Loggers { get; } = new();

    public static async Task<SimulatedVip> StartAsync()
    {
        var clock = new InstantClock(JdScene.Noon);
        var options = new VipSimulatorOptions
        {
            Clock = clock,
            Seed = 7,
            Accounts = [Authorised, Plain, Ungranted],
            OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0, SettlesAfter = TimeSpan.FromDays(20) },
        };
        return new SimulatedVip(clock, await VipSimulator.StartAsync(options, CancellationToken.None));
    }

    /// <summary>An account whose application was authorised.</summary>
    public IAffiliateNetwork AuthorisedAccount(Func<VipAccount, VipAccount>? change = null, Patience? patience = null) =>
        Client((change ?? Same)(Of(Authorised)), patience);

    /// <summary>An account that calls without a token.</summary>
    public IAffiliateNetwork PlainAccount(Func<VipAccount, VipAccount>? change = null) => Client((change ?? Same)(Of(Plain)));

    /// <summary>An account that has not applied for the affiliate services.</summary>
    public IAffiliateNetwork UngrantedAccount() => Client(Of(Ungranted));

    /// <summary>Follows a link as a member does, to the landing page.</summary>
    /// <returns>The visit.</returns>
    public async Task<string> VisitAsync(Uri link)
    {
        using var response = await _http.GetAsync(link);
        return response.Headers.GetValues(NetworkSimulator.VisitHeader).Single();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Loggers.Dispose();
        await Simulator.DisposeAsync();
    }

    private static VipAccount Of(VipSimAccount account) => new()
    {
        AppKey = account.AppKey,
        AppSecret = account.AppSecret,
        AccessToken = account.AccessToken,
        UnionCode = account.UnionCode,
        ChanTag = account.ChanTags[0],
        Positions = [.. account.ChanTags.Skip(1)],
    };

    private IAffiliateNetwork Client(VipAccount account, Patience? patience = null)
    {
        patience ??= Patience.Usual;
        var options = new VipOptions
        {
            Gateway = Simulator.Gateway.AbsoluteUri,
            LinkHosts = [Simulator.BaseAddress.Host],
            Accounts = new Dictionary<string, VipAccount> { ["main"] = account },
            TimeoutSeconds = patience.TimeoutSeconds,
            MaxRetries = patience.MaxRetries,
        };
        Assert.That(VipOptionsValidator.Validate(options), Is.Empty);
        return VipNetworkFactory.Create(options, "main", _http, Clock, Loggers, () => 0.5);
    }

    private static T Same<T>(T value) => value;
}
