using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Fakes;

/// <summary>What orders are traced by: links, owners' words, allotments and clicks, all in memory.</summary>
internal sealed class FakeTraces : IOrderClaims, IPositionStore, IClickTrail, IOrderTraces
{
    public List<TrackedLink> Links { get; } = [];

    public List<OrderClaim> Claims { get; } = [];

    public List<PositionAllotment> Allotments { get; } = [];

    public List<JoinClick> Clicks { get; } = [];

    /// <summary>What clicks were asked for.</summary>
    public List<(DealKey Deal, string? Position, OrderSpan Span)> Asked { get; } = [];

    /// <summary>How rows were traced before, by id.</summary>
    public Dictionary<string, EarlierTrace> Earlier { get; } = [];

    /// <summary>Where the latest attribution looks codes up.</summary>
    public FakeLinkStore LinkStore { get; private set; } = new();

    /// <summary>How often earlier traces were asked for: of one row, of many.</summary>
    public (int OfOne, int OfMany) Questions { get; private set; }

    /// <summary>Why nothing can be said of rows at present; null if it can.</summary>
    public Exception? Fault { get; set; }

    public OrderAttribution Attribution(LiveConfiguration configuration, OrderOptions? options = null, TimeProvider? time = null)
    {
        LinkStore = new FakeLinkStore([.. Links]);
        return new OrderAttribution(
            new AttributionRules(
                configuration,
                new LinkDirectory(LinkStore),
                new PositionHolders(this, time ?? TimeProvider.System),
                new ClickJoin(this, options ?? new OrderOptions())),
            new ClaimedOrders(this),
            this);
    }

    public Task<IReadOnlyList<OrderClaim>> SinceAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OrderClaim>>([.. Claims.Where(claim => claim.Id > id)]);

    public Task<EarlierTrace?> LastAsync(string network, string rowId, CancellationToken cancellationToken)
    {
        Questions = Questions with { OfOne = Questions.OfOne + 1 };
        return Task.FromResult(Earlier.GetValueOrDefault(rowId));
    }

    public Task<IReadOnlyDictionary<string, EarlierTrace>> LastOfAllAsync(string network, IReadOnlyCollection<string> rowIds, CancellationToken cancellationToken)
    {
        Questions = Questions with { OfMany = Questions.OfMany + 1 };
        return Fault is not null ? Task.FromException<IReadOnlyDictionary<string, EarlierTrace>>(Fault) : Task.FromResult<IReadOnlyDictionary<string, EarlierTrace>>(rowIds.Where(Earlier.ContainsKey).ToDictionary(id => id, id => Earlier[id]));
    }

    public Task<IReadOnlyList<ClaimableRow>> FindAsync(string order, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RecountFigures?> ClaimAsync(
        IReadOnlyList<OrderClaim> claims, IReadOnlyList<(ClaimableRow Found, AttributedOrder Row)> rows, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PositionAllotment>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PositionAllotment>>([.. Allotments]);

    public Task<string?> AllotAsync(PositionWish wish, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<JoinClick>> OnAsync(DealKey deal, string? position, OrderSpan span, CancellationToken cancellationToken)
    {
        Asked.Add((deal, position, span));
        return Task.FromResult<IReadOnlyList<JoinClick>>([.. Clicks.Where(click => click.At >= span.From && click.At <= span.Until)]);
    }
}
