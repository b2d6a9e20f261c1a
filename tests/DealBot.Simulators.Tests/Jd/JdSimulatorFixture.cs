using System.Text.Json.Nodes;
using DealBot.Simulators.Jd;

namespace DealBot.Simulators.Tests.Jd;

/// <summary>A simulator, a clock and two accounts for each test.</summary>
public abstract class JdSimulatorFixture
{
    private protected const string Key = "dealbotdemokey0001";
    private protected const string Secret = "dealbot-demo-secret-0001";

    private protected static readonly JdSimAccount Trusted = new(Key, Secret, 1_000_999_001, "4100000001", MaySetSubUnionId: true);
    private protected static readonly JdSimAccount Plain = new("plainkey0002", "plain-secret-0002", 1_000_999_002, "4100000002", MaySetSubUnionId: false);

    private protected HandClock Clock { get; private set; } = null!;

    private protected JdSimulator Simulator { get; private set; } = null!;

    private protected JdWire Wire { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Clock = new HandClock();
        Simulator = await JdSimulator.StartAsync(Options(), CancellationToken.None);
        Wire = new JdWire(Simulator.Gateway, Clock, Key, Secret);
    }

    [TearDown]
    public async Task StopAsync()
    {
        Wire.Dispose();
        await Simulator.DisposeAsync();
    }

    private protected virtual JdSimulatorOptions Options() => new() { Clock = Clock, Seed = 7, Accounts = [Trusted, Plain] };

    private protected async Task<JsonObject> BawangAsync()
    {
        var found = await Wire.SearchAsync("\"keyword\":\"霸王 洗发水 400ml\",\"pageSize\":30");
        return found["data"]!.AsArray().Single(row => row!["priceInfo"]!["lowestCouponPrice"]!.GetValue<decimal>() == 24.9m)!.AsObject();
    }

    /// <summary>Converts 霸王 with its coupon for a group; the short link.</summary>
    private protected async Task<string> ConvertBawangAsync(string subUnionId)
    {
        var row = await BawangAsync();
        var answer = await Wire.ConvertAsync(
            $$"""
            "materialId":"{{row["materialUrl"]}}","subUnionId":"{{subUnionId}}","positionId":77,
            "couponUrl":"{{row["couponInfo"]!["couponList"]![0]!["link"]}}","chainType":3
            """);
        return answer["data"]!["shortURL"]!.GetValue<string>();
    }

    private protected async Task<string> VisitAsync(string link)
    {
        using var response = await Wire.Http.GetAsync(link);
        return response.Headers.GetValues(JdSimulator.VisitHeader).Single();
    }

    private protected async Task<List<JsonObject>> RowsOfLastHourAsync(int type = 3)
    {
        var now = Clock.GetUtcNow();
        var answer = await Wire.OrdersAsync(now - TimeSpan.FromHours(1), now, type);
        Assert.That(answer["code"]!.GetValue<int>(), Is.EqualTo(200), answer.ToString());
        return [.. (answer["data"]?.AsArray() ?? []).Select(row => row!.AsObject())];
    }
}
