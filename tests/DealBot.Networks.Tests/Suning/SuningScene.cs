using DealBot.Contracts;
using DealBot.Networks.Suning;
using DealBot.Networks.Tests.Jd;

namespace DealBot.Networks.Tests.Suning;

/// <summary>A Suning client in front of a gateway that answers what a test says, at noon of 15 January 2026 in Beijing.</summary>
internal sealed class SuningScene : IDisposable
{
    public const string Secret = "suning-secret-that-nobody-may-see";
    public const string UserId = "60000001";
    public const string AdBookId = "101917";

    public static readonly DateTimeOffset Noon = JdScene.Noon;

    private readonly HttpClient _http;

    public SuningScene(Func<SuningAccount, SuningAccount>? account = null, Func<SuningOptions, SuningOptions>? options = null)
    {
        _http = new HttpClient(Gateway);
        var made = new SuningOptions { Accounts = new Dictionary<string, SuningAccount> { ["main"] = (account ?? Same)(Account()) }, MaxRetries = 0 };
        Network = SuningNetworkFactory.Create((options ?? Same)(made), "main", _http, new InstantClock(Noon), Loggers, () => 0.5);
    }

    public RecordedGateway Gateway { get; } = new();

    public RecordingLoggers Loggers { get; } = new();

    public IAffiliateNetwork Network { get; }

    public static SuningAccount Account() => new() { AppKey = "snkey", AppSecret = Secret, UserId = UserId, AdBookId = AdBookId };

    public ValueTask<List<Deal>> ListAsync(string? channel = null, string? keyword = null, string? item = null) =>
        Network.ListDealsAsync(new DealQuery(channel, keyword, 1_000) { ItemId = item }, default).ToListAsync();

    public ValueTask<List<OrderReport>> ReportsAsync() => Network.PullOrdersAsync(new OrderWindow(Noon.AddHours(-24), Noon), default).ToListAsync();

    public Task<LinkResult> ConvertAsync(Coupon? coupon = null, string? subId = "g42_d7", string? position = null) =>
        Network.ConvertAsync(new LinkRequest(SuningSome.Deal(coupon), new Tracking(subId, position)), default);

    public void Dispose()
    {
        _http.Dispose();
        Gateway.Dispose();
        Loggers.Dispose();
    }

    private static T Same<T>(T value) => value;
}
