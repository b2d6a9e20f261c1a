using DealBot.Contracts;
using DealBot.Networks.Jd;

namespace DealBot.Networks.Tests.Jd;

/// <summary>A JD client in front of a fake gateway, at noon of 15 January 2026 in Beijing.</summary>
internal sealed class JdScene : IDisposable
{
    public const string Secret = "secret-that-nobody-may-see";
    public const string Token = "token-that-nobody-may-see";
    public const string UnionId = "1000999001";

    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly HttpClient _http;

    public JdScene(
        JdLinkApi linkApi = JdLinkApi.BySubUnionId,
        Func<JdAccount, JdAccount>? account = null,
        Func<JdOptions, JdOptions>? options = null)
    {
        _http = new HttpClient(Gateway);
        Options = new JdOptions { Accounts = new Dictionary<string, JdAccount> { ["main"] = (account ?? Same)(Account(linkApi)) } };
        Options = (options ?? Same)(Options);
        Network = JdNetworkFactory.Create(Options, "main", _http, Clock, Loggers, () => 0.5);
    }

    public FakeGateway Gateway { get; } = new();

    public InstantClock Clock { get; } = new(Noon);

    public RecordingLoggers Loggers { get; } = new();

    public JdOptions Options { get; }

    public IAffiliateNetwork Network { get; }

    public static JdAccount Account(JdLinkApi linkApi = JdLinkApi.BySubUnionId) => new()
    {
        AppKey = "key1",
        AppSecret = Secret,
        AccessToken = Token,
        UnionId = UnionId,
        SiteId = "4100000001",
        PositionId = "3100000001",
        LinkApi = linkApi,
    };

    public async Task<List<Deal>> ListAsync(string? channel = "22", string? keyword = null, int maxDeals = 1000)
    {
        var deals = new List<Deal>();
        await foreach (var deal in Network.ListDealsAsync(new DealQuery(channel, keyword, maxDeals), CancellationToken.None))
        {
            deals.Add(deal);
        }

        return deals;
    }

    /// <summary>Rows that could be read.</summary>
    public async Task<List<OrderUpdate>> PullAsync(TimeSpan? length = null) => [.. (await ReportsAsync(length)).Select(report => report.Order).OfType<OrderUpdate>()];

    public async Task<List<OrderReport>> ReportsAsync(TimeSpan? length = null, OrderTime by = OrderTime.Updated)
    {
        var reports = new List<OrderReport>();
        var window = new OrderWindow(Noon - (length ?? TimeSpan.FromMinutes(10)), Noon, by);
        await foreach (var report in Network.PullOrdersAsync(window, CancellationToken.None))
        {
            reports.Add(report);
        }

        return reports;
    }

    public Task<LinkResult> ConvertAsync(Tracking? tracking = null, Deal? deal = null) =>
        Network.ConvertAsync(new LinkRequest(deal ?? JdSome.Deal(), tracking ?? new Tracking("g42_d7", null)), CancellationToken.None);

    public void Dispose()
    {
        _http.Dispose();
        Gateway.Dispose();
        Loggers.Dispose();
    }

    private static T Same<T>(T value) => value;
}
