using DealBot.Contracts;
using DealBot.Networks.Pdd;
using DealBot.Networks.Tests.Jd;

namespace DealBot.Networks.Tests.Pdd;

/// <summary>A Pinduoduo client in front of a fake gateway, at noon of 15 January 2026 in Beijing.</summary>
internal sealed class PddScene : IDisposable
{
    public const string Secret = "secret-that-nobody-may-see";
    public const string Pid = "12345678_223344556";

    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly HttpClient _http;

    public PddScene(Func<PddAccount, PddAccount>? account = null, Func<PddOptions, PddOptions>? options = null)
    {
        _http = new HttpClient(Gateway);
        Options = new PddOptions { Accounts = new Dictionary<string, PddAccount> { ["main"] = (account ?? Same)(Account()) } };
        Options = (options ?? Same)(Options);
        Network = PddNetworkFactory.Create(Options, "main", _http, Clock, Loggers, () => 0.5);
    }

    public FakeGateway Gateway { get; } = new();

    public InstantClock Clock { get; } = new(Noon);

    public RecordingLoggers Loggers { get; } = new();

    public PddOptions Options { get; }

    public IAffiliateNetwork Network { get; }

    public static PddAccount Account() => new() { ClientId = "client1", ClientSecret = Secret, Pid = Pid };

    public ValueTask<List<Deal>> ListAsync(DealQuery? query = null) => Network.ListDealsAsync(query ?? new DealQuery("15", null, 1000), default).ToListAsync();

    public ValueTask<List<OrderReport>> ReportsAsync(TimeSpan? length = null, OrderTime by = OrderTime.Updated) =>
        Network.PullOrdersAsync(new OrderWindow(Noon - (length ?? TimeSpan.FromHours(1)), Noon, by), default).ToListAsync();

    /// <summary>Rows that could be read.</summary>
    public async Task<List<OrderUpdate>> PullAsync() => [.. (await ReportsAsync()).Select(report => report.Order).OfType<OrderUpdate>()];

    public Task<LinkResult> ConvertAsync(Tracking? tracking = null, Deal? deal = null) =>
        Network.ConvertAsync(new LinkRequest(deal ?? PddSome.Deal(), tracking ?? new Tracking("g42_d7", null)), default);

    public void Dispose()
    {
        _http.Dispose();
        Gateway.Dispose();
        Loggers.Dispose();
    }

    private static T Same<T>(T value) => value;
}
