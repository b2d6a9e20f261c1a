using DealBot.Contracts;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip.Simulated;

/// <summary>An authorised account, and what Vipshop refuses of others.</summary>
internal sealed class VipStage : NetworkStage
{
    private readonly SimulatedVip _vip;
    private IAffiliateNetwork _network;

    private VipStage(SimulatedVip vip)
    {
        _vip = vip;
        _network = vip.AuthorisedAccount();
        BrokenAccounts =
        [
            new("somebody else's secret", vip.AuthorisedAccount(account => account with { AppSecret = "not-the-secret-0001" }), nameof(VipAccount.AppSecret), "AppSecret"),
            new("unknown application", vip.AuthorisedAccount(account => account with { AppKey = "nosuchkey" }), nameof(VipAccount.AppKey), "AppKey"),
            new("token that has lapsed", vip.AuthorisedAccount(account => account with { AccessToken = "lapsed-token-0001" }), nameof(VipAccount.AccessToken), "重新授权"),
            new("services not granted", vip.UngrantedAccount(), null, "申请", "权限"),
            new("position of somebody else", vip.AuthorisedAccount(account => account with { ChanTag = "c201pid" }), null, "PID"),
            new("union code of somebody else", vip.AuthorisedAccount(account => account with { UnionCode = "u8wfgxo2" }), nameof(VipAccount.UnionCode), "UnionCode"),
        ];
    }

    public override IAffiliateNetwork Network => _network;

    public override IReadOnlyList<BrokenAccount> BrokenAccounts { get; }

    public override IReadOnlyList<string> Secrets => [SimulatedVip.Secret, SimulatedVip.Token];

    public override DateTimeOffset Now => _vip.Clock.GetUtcNow();

    public static async Task<VipStage> SetAsync() => new(await SimulatedVip.StartAsync());

    public override Tracking TrackingOf(int group) => new($"group-{group}_abcdefghjkm", SimulatedVip.ChanTag);

    public override async Task<string?> BuyAsync(TrackingLink link)
    {
        var visit = await _vip.VisitAsync(link.Url);
        return _vip.Simulator.TryBuy(visit, 1) is null ? null : RowIdOf(_vip.Simulator.Orders[^1]);
    }

    public override BoughtOrder OrderOf(string rowId)
    {
        var order = _vip.Simulator.Orders.Single(order => RowIdOf(order) == rowId);
        var received = order.Sale.ReceivedAt is not null;
        return new BoughtOrder(
            rowId,
            new DealKey("vip", order.GoodsId),
            new Tracking(order.Sale.Tracking.SubId, order.Sale.Tracking.PositionId),
            order.Sale.OrderedAt,
            received ? order.Sale.ActualBase : order.Sale.EstimatedBase,
            received ? order.Sale.ActualFee : order.Sale.EstimatedFee,
            order.IsSettled ? OrderStatus.Settled : received ? OrderStatus.Confirmed : OrderStatus.Paid);
    }

    public override void Pass(TimeSpan time)
    {
        _vip.Clock.Advance(time);
        _vip.Simulator.Advance();
    }

    public override bool Meet(NetworkTrouble trouble, int calls)
    {
        _network = _vip.AuthorisedAccount(patience: Patience.With(trouble, calls));
        NetworkTroubles.Arm(_vip.Simulator.Faults, trouble, calls);
        return true;
    }

    public override void Calm()
    {
        _network = _vip.AuthorisedAccount();
        _vip.Simulator.Faults.Clear();
    }

    public override ValueTask DisposeAsync() => _vip.DisposeAsync();

    private static string RowIdOf(DealBot.Simulators.Vip.VipOrder order) => $"{order.OrderSn}-{order.GoodsId}";
}
