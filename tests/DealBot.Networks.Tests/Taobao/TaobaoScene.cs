using DealBot.Contracts;
using DealBot.Networks.Taobao;
using DealBot.Networks.Tests.Jd;

namespace DealBot.Networks.Tests.Taobao;

/// <summary>A Taobao client in front of a fake gateway, at noon of 15 January 2026 in Beijing.</summary>
internal sealed class TaobaoScene : IDisposable
{
    public const string Secret = "secret-that-nobody-may-see";
    public const string Pid = "mm_98000001_444555_111222333";
    public const string OtherPid = "mm_98000001_444555_111222334";

    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly HttpClient _http;

    public TaobaoScene(Func<TaobaoAccount, TaobaoAccount>? account = null, Func<TaobaoOptions, TaobaoOptions>? options = null)
    {
        _http = new HttpClient(Gateway);
        Options = (options ?? Same)(new TaobaoOptions { Accounts = new Dictionary<string, TaobaoAccount> { ["main"] = (account ?? Same)(Account()) } });
        Network = TaobaoNetworkFactory.Create(Options, "main", _http, Clock, Loggers, () => 0.5);
    }

    public FakeGateway Gateway { get; } = new();

    public InstantClock Clock { get; } = new(Noon);

    public RecordingLoggers Loggers { get; } = new();

    public TaobaoOptions Options { get; }

    public IAffiliateNetwork Network { get; }

    public static TaobaoAccount Account() => new()
    {
        AppKey = "12345678",
        AppSecret = Secret,
        Pid = Pid,
        Positions = [OtherPid],
        RelationIds = ["2900000001"],
        SharePercent = 100,
    };

    public async Task<List<Deal>> ListAsync(string? channel = null, string? keyword = "纸巾", int maxDeals = 1000) =>
        await Network.ListDealsAsync(new DealQuery(channel, keyword, maxDeals), CancellationToken.None).ToListAsync();

    public Task<LinkResult> ConvertAsync(string? position = null, bool wantsCommand = false) =>
        Network.ConvertAsync(new LinkRequest(TaobaoSome.Deal(), new Tracking("g42_d7", position)) { WantsCommand = wantsCommand }, CancellationToken.None);

    public async Task<List<OrderReport>> ReportsAsync(OrderTime by = OrderTime.Updated) =>
        await Network.PullOrdersAsync(new OrderWindow(Noon.AddMinutes(-10), Noon, by), CancellationToken.None).ToListAsync();

    public async Task<OrderUpdate> OrderAsync(string row)
    {
        Gateway.Answers(TaobaoSome.Orders(row));
        return (await ReportsAsync()).Single().Order!;
    }

    public void Dispose()
    {
        _http.Dispose();
        Gateway.Dispose();
        Loggers.Dispose();
    }

    private static T Same<T>(T value) => value;
}
