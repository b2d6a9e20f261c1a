using DealBot.Contracts;
using DealBot.Networks.Tests.Jd;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip;

/// <summary>A Vipshop client in front of a gateway that answers what a test says, at noon of 15 January 2026 in Beijing.</summary>
internal sealed class VipScene : IDisposable
{
    public const string Secret = "vip-secret-that-nobody-may-see";
    public const string Token = "vip-token-that-nobody-may-see";
    public const string ChanTag = "c101pid";
    public const string UnionCode = "u8wfgxo1";

    public static readonly DateTimeOffset Noon = JdScene.Noon;

    private readonly HttpClient _http;

    public VipScene(Func<VipAccount, VipAccount>? account = null, Func<VipOptions, VipOptions>? options = null)
    {
        _http = new HttpClient(Gateway);
        var made = new VipOptions { Accounts = new Dictionary<string, VipAccount> { ["main"] = (account ?? Same)(Account()) }, MaxRetries = 0 };
        Network = VipNetworkFactory.Create((options ?? Same)(made), "main", _http, new InstantClock(Noon), Loggers, () => 0.5);
    }

    public RecordedGateway Gateway { get; } = new();

    public RecordingLoggers Loggers { get; } = new();

    public IAffiliateNetwork Network { get; }

    public static VipAccount Account() => new() { AppKey = "vipkey", AppSecret = Secret, AccessToken = Token, ChanTag = ChanTag, UnionCode = UnionCode };

    public ValueTask<List<Deal>> ListAsync(string? channel = null, string? keyword = null, string? item = null, int most = 1000) =>
        Network.ListDealsAsync(new DealQuery(channel, keyword, most) { ItemId = item }, default).ToListAsync();

    public ValueTask<List<OrderReport>> ReportsAsync(OrderTime by = OrderTime.Updated) =>
        Network.PullOrdersAsync(new OrderWindow(Noon.AddHours(-1), Noon, by), default).ToListAsync();

    public Task<LinkResult> ConvertAsync(Deal? deal = null, string? subId = "g42_d7", string? position = null) =>
        Network.ConvertAsync(new LinkRequest(deal ?? VipSome.Deal(), new Tracking(subId, position)), default);

    public void Dispose()
    {
        _http.Dispose();
        Gateway.Dispose();
        Loggers.Dispose();
    }

    private static T Same<T>(T value) => value;
}
