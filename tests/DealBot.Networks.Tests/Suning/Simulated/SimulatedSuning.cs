using DealBot.Contracts;
using DealBot.Networks.Suning;
using DealBot.Networks.Tests.Jd;
using DealBot.Simulators.Market;
using DealBot.Simulators.Suning;

namespace DealBot.Networks.Tests.Suning.Simulated;

/// <summary>The real client and the real simulator with HTTP between them, on one clock. Orders are paid at once and go well.</summary>
internal sealed class SimulatedSuning : IAsyncDisposable
{
    public const string Secret = "suning-secret-0001";
    public const string AdBookId = "101917";

    private static readonly SuningSimAccount Granted = new("snkey0001", Secret, "60000001", [AdBookId, "101918"]);
    private static readonly SuningSimAccount Ungranted = new("snkey0002", "suning-ungranted-secret-0002", "60000002", ["201917"]) { MayCallUnion = false };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private SimulatedSuning(InstantClock clock, SuningSimulator simulator) => (Clock, Simulator) = (clock, simulator);

    public InstantClock Clock { get; }

    public SuningSimulator Simulator { get; }

    public RecordingLoggers Loggers { get; } = new();

    public static async Task<SimulatedSuning> StartAsync(bool shortItemLinks = false)
    {
        var clock = new InstantClock(JdScene.Noon);
        var options = new SuningSimulatorOptions
        {
            Clock = clock,
            Seed = 7,
            Accounts = [Granted, Ungranted],
            ShortItemLinks = shortItemLinks,
            OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0 },
        };
        return new SimulatedSuning(clock, await SuningSimulator.StartAsync(options, CancellationToken.None));
    }

    /// <summary>An account that may call.</summary>
    public IAffiliateNetwork GrantedAccount(Func<SuningAccount, SuningAccount>? change = null, Patience? patience = null) =>
        Client((change ?? Same)(Of(Granted)), patience);

    /// <summary>An account that has not applied for the affiliate interfaces.</summary>
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

    private static SuningAccount Of(SuningSimAccount account) => new()
    {
        AppKey = account.AppKey,
        AppSecret = account.AppSecret,
        UserId = account.UserId,
        AdBookId = account.AdBookIds[0],
        Positions = [.. account.AdBookIds.Skip(1)],
    };

    private IAffiliateNetwork Client(SuningAccount account, Patience? patience = null)
    {
        patience ??= Patience.Usual;
        var options = new SuningOptions
        {
            Gateway = Simulator.Gateway.AbsoluteUri,
            LinkHosts = [Simulator.BaseAddress.Host],
            Accounts = new Dictionary<string, SuningAccount> { ["main"] = account },
            TimeoutSeconds = patience.TimeoutSeconds,
            MaxRetries = patience.MaxRetries,
        };
        Assert.That(SuningOptionsValidator.Validate(options), Is.Empty);
        return SuningNetworkFactory.Create(options, "main", _http, Clock, Loggers, () => 0.5);
    }

    private static T Same<T>(T value) => value;
}
