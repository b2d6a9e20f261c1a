using DealBot.Contracts;
using DealBot.Networks.Taobao;

namespace DealBot.Networks.Tests.Taobao.Simulated;

/// <summary>An account with a position or channel for each group, and what Taobao refuses of others.</summary>
internal sealed class TaobaoStage : NetworkStage
{
    private static readonly string[] Places = ["111222333", "111222334", SimulatedTaobao.RelationId];

    private readonly SimulatedTaobao _taobao;
    private IAffiliateNetwork _network;

    private TaobaoStage(SimulatedTaobao taobao)
    {
        _taobao = taobao;
        _network = Client(Patience.Usual);
        BrokenAccounts =
        [
            new("somebody else's secret", taobao.Account(account => account with { AppSecret = "not-the-secret-0001" }), nameof(TaobaoAccount.AppSecret), "AppSecret"),
            new("unknown application", taobao.Account(account => account with { AppKey = "99999999" }), nameof(TaobaoAccount.AppKey), "AppKey"),
            new(
                "somebody else's position",
                taobao.Account(account => account with { Pid = "mm_1_2_3", Positions = [] }),
                nameof(TaobaoAccount.Pid),
                "推广位",
                "阿里妈妈"),
            new("package not granted", taobao.UnlicensedAccount(), null, "申请", "权限", "淘宝客"),
        ];
    }

    public override IAffiliateNetwork Network => _network;

    public override IReadOnlyList<BrokenAccount> BrokenAccounts { get; }

    public override IReadOnlyList<string> Secrets => [SimulatedTaobao.Secret];

    public override DateTimeOffset Now => _taobao.Clock.GetUtcNow();

    public static async Task<TaobaoStage> SetAsync() => new(await SimulatedTaobao.StartAsync());

    public override Tracking TrackingOf(int group) => new(null, Places[group]);

    public override async Task<string?> BuyAsync(TrackingLink link) =>
        _taobao.Simulator.TryBuy(await _taobao.VisitAsync(link.Url), 1) is not null ? _taobao.Simulator.Orders[^1].TradeId : null;

    public override BoughtOrder OrderOf(string rowId)
    {
        var order = _taobao.Simulator.Orders.Single(order => order.TradeId == rowId);
        var status = order.Status switch { 12 => OrderStatus.Paid, 14 => OrderStatus.Confirmed, 3 => OrderStatus.Settled, _ => OrderStatus.Unknown };
        var (@base, fee) = status == OrderStatus.Paid ? order.Estimated : (order.Sale.ActualBase, order.Sale.ActualFee);
        var place = order.RelationId.Length > 0 ? order.RelationId : order.Pid.Split('_')[3];
        return new BoughtOrder(rowId, new DealKey("taobao", order.ItemId), new Tracking(null, place), order.Sale.OrderedAt, @base, fee, status);
    }

    public override void Pass(TimeSpan time)
    {
        _taobao.Clock.Advance(time);
        _taobao.Simulator.Advance();
    }

    public override bool Meet(NetworkTrouble trouble, int calls)
    {
        _network = Client(Patience.With(trouble, calls));
        NetworkTroubles.Arm(_taobao.Simulator.Faults, trouble, calls);
        return true;
    }

    public override void Calm()
    {
        _network = Client(Patience.Usual);
        _taobao.Simulator.Faults.Clear();
    }

    public override ValueTask DisposeAsync() => _taobao.DisposeAsync();

    private IAffiliateNetwork Client(Patience patience) =>
        _taobao.Account(options: options => options with { TimeoutSeconds = patience.TimeoutSeconds, MaxRetries = patience.MaxRetries });
}
