using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Networks.Pdd;
using DealBot.Simulators.Pdd;

namespace DealBot.Networks.Tests.Pdd.Simulated;

/// <summary>An account in order, and what Pinduoduo refuses of others.</summary>
internal sealed class PddStage : NetworkStage
{
    private readonly SimulatedPdd _pdd;
    private IAffiliateNetwork _network;

    private PddStage(SimulatedPdd pdd)
    {
        _pdd = pdd;
        _network = Client(Patience.Usual);
        BrokenAccounts =
        [
            new("somebody else's secret", pdd.MainAccount(account => account with { ClientSecret = "not-the-secret-0001" }), nameof(PddAccount.ClientSecret), "ClientSecret"),
            new("unknown application", pdd.MainAccount(account => account with { ClientId = "nosuchclient" }), nameof(PddAccount.ClientId), "ClientId"),
            new("position not on file", pdd.MainAccount(account => account with { Pid = SimulatedPdd.UnfiledPid }), nameof(PddAccount.Pid), "备案", _pdd.Simulator.BaseAddress.AbsoluteUri),
            new("pool not on file", pdd.MainAccount(account => account with { Positions = [SimulatedPdd.UnfiledPid] }), nameof(PddAccount.Positions), "备案", SimulatedPdd.UnfiledPid),
            new("package not granted", pdd.UngrantedAccount(), null, "申请", "多多进宝", "权限"),
            new("address not on the white-list", pdd.ElsewhereAccount(), null, "IP 白名单"),
        ];
    }

    public override IAffiliateNetwork Network => _network;

    public override IReadOnlyList<BrokenAccount> BrokenAccounts { get; }

    public override IReadOnlyList<string> Secrets => [SimulatedPdd.Secret];

    public override DateTimeOffset Now => _pdd.Clock.GetUtcNow();

    public static async Task<PddStage> SetAsync() => new(await SimulatedPdd.StartAsync());

    public override Tracking TrackingOf(int group) => new($"group-{group}_abcdefghjkm", SimulatedPdd.GroupPid);

    public override async Task<string?> BuyAsync(TrackingLink link) =>
        _pdd.Simulator.TryBuy(await _pdd.VisitAsync(link.Url), 1) is null ? null : _pdd.Simulator.Orders[^1].Number;

    public override BoughtOrder OrderOf(string rowId)
    {
        var order = _pdd.Simulator.Orders.Single(order => order.Number == rowId);
        return new BoughtOrder(
            rowId,
            new DealKey("pdd", order.Sale.Item.ItemId),
            new Tracking(SubIdOf(order), order.Sale.Tracking.PositionId),
            order.Sale.OrderedAt,
            order.Sale.EstimatedBase,
            order.Commission,
            order.Status switch { 1 => OrderStatus.Paid, 2 => OrderStatus.Confirmed, 5 => OrderStatus.Settled, _ => OrderStatus.Invalid });
    }

    public override void Pass(TimeSpan time)
    {
        _pdd.Clock.Advance(time);
        _pdd.Simulator.Advance();
    }

    public override bool Meet(NetworkTrouble trouble, int calls)
    {
        _network = Client(Patience.With(trouble, calls));
        NetworkTroubles.Arm(_pdd.Simulator.Faults, trouble, calls);
        return true;
    }

    public override void Calm()
    {
        _network = Client(Patience.Usual);
        _pdd.Simulator.Faults.Clear();
    }

    public override ValueTask DisposeAsync() => _pdd.DisposeAsync();

    private IAffiliateNetwork Client(Patience patience) => _pdd.MainAccount(account => account with { Positions = [SimulatedPdd.GroupPid] }, patience);

    // What the client reads back must not be proven by the client's own reading.
    private static string? SubIdOf(PddOrder order) => JsonNode.Parse(order.Sale.Tracking.SubId)!["sid"]?.GetValue<string>();
}
