using DealBot.Contracts;
using DealBot.Networks.Suning;

namespace DealBot.Networks.Tests.Suning.Simulated;

/// <summary>An account that was granted the affiliate interfaces, and what Suning refuses of others.</summary>
internal sealed class SuningStage : NetworkStage
{
    private readonly SimulatedSuning _suning;
    private IAffiliateNetwork _network;

    private SuningStage(SimulatedSuning suning)
    {
        _suning = suning;
        _network = suning.GrantedAccount();
        BrokenAccounts =
        [
            new("somebody else's secret", suning.GrantedAccount(account => account with { AppSecret = "not-the-secret-0001" }), nameof(SuningAccount.AppSecret), "AppSecret"),
            new("unknown application", suning.GrantedAccount(account => account with { AppKey = "nosuchkey" }), nameof(SuningAccount.AppKey), "AppKey"),
            new("interfaces not granted", suning.UngrantedAccount(), null, "申请", "权限"),
            new("position of somebody else", suning.GrantedAccount(account => account with { AdBookId = "201917" }), null, "adBookId"),
            new("number of another promoter", suning.GrantedAccount(account => account with { UserId = "60000002" }), nameof(SuningAccount.UserId), "UserId"),
        ];
    }

    public override IAffiliateNetwork Network => _network;

    public override IReadOnlyList<BrokenAccount> BrokenAccounts { get; }

    public override IReadOnlyList<string> Secrets => [SimulatedSuning.Secret];

    public override DateTimeOffset Now => _suning.Clock.GetUtcNow();

    public static async Task<SuningStage> SetAsync() => new(await SimulatedSuning.StartAsync());

    public override Tracking TrackingOf(int group) => new($"group-{group}_abcdefghjkm", SimulatedSuning.AdBookId);

    public override async Task<string?> BuyAsync(TrackingLink link)
    {
        var visit = await _suning.VisitAsync(link.Url);
        return _suning.Simulator.TryBuy(visit, 1) is null ? null : _suning.Simulator.Orders[^1].LineNumber;
    }

    public override BoughtOrder OrderOf(string rowId)
    {
        var order = _suning.Simulator.Orders.Single(order => order.LineNumber == rowId);
        return new BoughtOrder(
            rowId,
            new DealKey("suning", order.ItemId),
            new Tracking(order.Sale.Tracking.SubId, order.Sale.Tracking.PositionId),
            order.Sale.OrderedAt,
            order.Paid,
            order.Fee,
            order.StatusCode == 5 ? OrderStatus.Confirmed : OrderStatus.Paid);
    }

    public override void Pass(TimeSpan time)
    {
        _suning.Clock.Advance(time);
        _suning.Simulator.Advance();
    }

    public override bool Meet(NetworkTrouble trouble, int calls)
    {
        _network = _suning.GrantedAccount(patience: Patience.With(trouble, calls));
        NetworkTroubles.Arm(_suning.Simulator.Faults, trouble, calls);
        return true;
    }

    public override void Calm()
    {
        _network = _suning.GrantedAccount();
        _suning.Simulator.Faults.Clear();
    }

    public override ValueTask DisposeAsync() => _suning.DisposeAsync();
}
