using DealBot.Contracts;
using DealBot.Networks.Jd;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Networks.Tests.Jd.Simulated;

/// <summary>An account on the white-list for subUnionId, and what JD refuses of others.</summary>
internal sealed class JdStage : NetworkStage
{
    private readonly SimulatedJd _jd;
    private IAffiliateNetwork _network;

    private JdStage(SimulatedJd jd)
    {
        _jd = jd;
        _network = Client(Patience.Usual);
        BrokenAccounts =
        [
            new("somebody else's secret", jd.TrustedAccount(account => account with { AppSecret = "not-the-secret-0001" }), nameof(JdAccount.AppSecret), "AppSecret"),
            new("unknown application", jd.TrustedAccount(account => account with { AppKey = "nosuchkey" }), nameof(JdAccount.AppKey), "AppKey"),
            new("site not on file", jd.PlainAccount(account => account with { SiteId = "4199999999" }), nameof(JdAccount.SiteId), "备案"),
            new("interface not granted", jd.PlainAccount(account => account with { LinkApi = JdLinkApi.BySubUnionId }), nameof(JdAccount.LinkApi), "申请", "权限"),
        ];
    }

    public override IAffiliateNetwork Network => _network;

    public override IReadOnlyList<BrokenAccount> BrokenAccounts { get; }

    public override IReadOnlyList<string> Secrets => [SimulatedJd.Secret];

    public override DateTimeOffset Now => _jd.Clock.GetUtcNow();

    public static async Task<JdStage> SetAsync() => new(await SimulatedJd.StartAsync());

    public override Tracking TrackingOf(int group) => new($"group-{group}_abcdefghjkm", SimulatedJd.Position);

    public override async Task<string?> BuyAsync(TrackingLink link) =>
        _jd.Simulator.TryBuy(await _jd.VisitAsync(link), 1) is { } order ? _jd.Simulator.Write(order).Id : null;

    public override BoughtOrder OrderOf(string rowId)
    {
        var order = _jd.Simulator.Orders.Single(order => order.Id == rowId);
        var received = order.ValidCode == 17;
        return new BoughtOrder(
            rowId,
            new DealKey("jd", order.ItemId),
            new Tracking(order.SubUnionId, $"{order.PositionId}"),
            order.OrderedAt,
            received ? order.ActualBase : order.EstimatedBase,
            received ? order.ActualFee : order.EstimatedFee,
            received ? OrderStatus.Confirmed : OrderStatus.Paid);
    }

    public override void Pass(TimeSpan time)
    {
        _jd.Clock.Advance(time);
        _jd.Simulator.Advance();
    }

    public override bool Meet(NetworkTrouble trouble, int calls)
    {
        _network = Client(Patience.With(trouble, calls));
        NetworkTroubles.Arm(_jd.Simulator.Faults, trouble, calls);
        return true;
    }

    public override void Calm()
    {
        _network = Client(Patience.Usual);
        _jd.Simulator.Faults.Clear();
    }

    public override ValueTask DisposeAsync() => _jd.DisposeAsync();

    private IAffiliateNetwork Client(Patience patience) =>
        _jd.TrustedAccount(options: options => options with { TimeoutSeconds = patience.TimeoutSeconds, MaxRetries = patience.MaxRetries });
}
