using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Pdd;
using DealBot.Simulators.Tests.Jd;

namespace DealBot.Simulators.Tests.Pdd;

/// <summary>A simulator, a clock and an account for each test.</summary>
public abstract class PddSimulatorFixture
{
    private protected const string Client = "demo_client_0001";
    private protected const string Secret = "pdd-demo-secret-0001";
    private protected const string Pid = "12345678_223344556";
    private protected const string Unfiled = "12345678_9";
    private protected const string Custom = """{"uid":"g42","sid":"d7"}""";

    private protected HandClock Clock { get; private set; } = null!;

    private protected PddSimulator Simulator { get; private set; } = null!;

    private protected PddWire Wire { get; private set; } = null!;

    private protected PddWire Stranger { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Clock = new HandClock();
        Simulator = await PddSimulator.StartAsync(Options(), CancellationToken.None);
        Wire = new PddWire(Simulator.Gateway, Clock, Client, Secret);
        Stranger = new PddWire(Simulator.Gateway, Clock, "other_client", "pdd-other-secret-0002");
    }

    [TearDown]
    public async Task StopAsync()
    {
        Wire.Dispose();
        Stranger.Dispose();
        await Simulator.DisposeAsync();
    }

    private protected virtual PddSimulatorOptions Options() => new()
    {
        Clock = Clock,
        Seed = 7,
        Accounts =
        [
            new PddSimAccount(Client, Secret, [Pid, Unfiled]) { Unfiled = [Unfiled] },
            new PddSimAccount("other_client", "pdd-other-secret-0002", ["87654321_1"]),
            new PddSimAccount("new_client", "pdd-new-secret-0003", ["1_1"]) { IsGranted = false },
            new PddSimAccount("far_client", "pdd-far-secret-0004", ["2_2"]) { IsWhiteListed = false },
        ],
        OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0 },
    };

    /// <summary>A row that has a coupon and is in stock.</summary>
    private protected async Task<JsonObject> RowAsync() => (await Wire.SearchAsync(("opt_id", "15"), ("with_coupon", "true")))["goods_list"]!.AsArray().Select(row => row!.AsObject())
        .First(row => Simulator.OfferOf(ItemOf(row).SkuId).InStock && ItemOf(row).Trait != MarketItemTrait.StaleCoupon);

    private protected MarketItem ItemOf(JsonObject row) => Simulator.Catalogue.FindItemId(row["goods_sign"]!.GetValue<string>())!;

    /// <summary>Buys through a converted link, as a member does.</summary>
    private protected async Task<PddOrder> BuyAsync(string custom = Custom, int quantity = 1)
    {
        var links = await Wire.ConvertAsync((await RowAsync())["goods_sign"]!.GetValue<string>(), ("p_id", Pid), ("custom_parameters", custom));
        Simulator.Buy(await VisitAsync(links["url"]!.GetValue<string>()), quantity);
        return Simulator.Orders[^1];
    }

    private protected async Task<string> VisitAsync(string link)
    {
        using var response = await Wire.Http.GetAsync(new Uri(link));
        return response.Headers.GetValues(NetworkSimulator.VisitHeader).Single();
    }
}
