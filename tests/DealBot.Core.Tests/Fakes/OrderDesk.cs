using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Fakes;

/// <summary>From a network's row to the books, on a real database: rows come, are claimed, and are counted anew. Nothing is remembered but what is stored.</summary>
internal sealed class OrderDesk(PostingStage stage)
{
    private readonly Dictionary<string, OrderUpdate> _sent = [];

    public ICommissionTerms Terms { get; set; } = new OwnerKeepsAll();

    public OrderOptions Options { get; set; } = new();

    public IReadOnlyList<string> Booked() => stage.Query<string>(
        "SELECT row_id || ' ' || COALESCE(group_id, '') || ' ' || attribution || ' ' || status FROM orders WHERE network = 'jd' ORDER BY row_id");

    /// <summary>Takes a row for one that the network has sent.</summary>
    public OrderUpdate Sent(OrderUpdate order) => _sent[order.Raw] = order;

    public FakeNetwork Network(string name = "jd") => new(name) { Read = raw => _sent.GetValueOrDefault(raw) };

    /// <summary>Rows come in one batch a network.</summary>
    public async Task ArriveAsync(params OrderUpdate[] orders)
    {
        foreach (var network in orders.GroupBy(order => order.Network))
        {
            var tracing = Tracing();
            await tracing.RefreshAsync(default);
            var rows = await tracing.TraceAllAsync(network.Key, "main", [.. network.Select(Sent)], default);
            await new OrderStore(stage.Database).SaveAsync(new OrderBatch { Network = network.Key, Account = "main", Orders = rows, SeenAt = stage.Clock.Now }, default);
        }
    }

    public Task<RecountFigures> RecountAsync(DateTimeOffset from, DateTimeOffset until) =>
        new OrderRecount([Network()], Tracing(), new OrderHistory(stage.Database, stage.Clock)).RunAsync(new OrderSpan(from, until), default);

    public Task<ClaimResult> ClaimAsync(string order, string? group, string? network = null) =>
        Claiming(new OrderClaims(stage.Database)).RunAsync(new ClaimRequest(order, network, group, "li"), default);

    public OrderClaiming Claiming(IOrderClaims claims) => new([Network(), Network("pdd")], claims, Tracing(), stage.Configuration, stage.Clock);

    public OrderTracing Tracing() => new(
        new AccountOwners(stage.Configuration, new AccountOwnerHistory(stage.Database), stage.Clock, NullLogger<AccountOwners>.Instance),
        new OrderAttribution(
            new AttributionRules(
                stage.Configuration,
                new LinkDirectory(new LinkStore(stage.Database)),
                new PositionHolders(new PositionStore(stage.Database), stage.Clock),
                new ClickJoin(new ClickTrail(stage.Database), Options)),
            new ClaimedOrders(new OrderClaims(stage.Database)),
            new OrderTraces(stage.Database)),
        Terms);
}
