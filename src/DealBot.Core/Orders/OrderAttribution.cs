using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>
/// Says which group an order came from: the owner's word, else the rules. What was found out once stays unless something surer says otherwise: clicks and
/// links are deleted with age and settings are edited, but money that was shared must not move for that.
/// </summary>
public sealed class OrderAttribution(AttributionRules rules, ClaimedOrders claims, IOrderTraces traces)
{
    /// <summary>Rows of one question to the database.</summary>
    private const int MostAtOnce = 500;

    /// <summary>Takes in what owners have claimed since.</summary>
    /// <returns>Up to which claim rows are traced from now on.</returns>
    public Task<long> RefreshAsync(CancellationToken cancellationToken) => claims.RefreshAsync(cancellationToken);

    /// <summary>Looks up what the orders of a window are traced by.</summary>
    /// <param name="network">Whose orders they are.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<BatchTraces> LookUpAsync(string network, IReadOnlyCollection<OrderUpdate> orders, CancellationToken cancellationToken)
    {
        var links = await rules.LinksOfAsync(orders, cancellationToken).ConfigureAwait(false);
        var earlier = new Dictionary<string, EarlierTrace>();
        foreach (var some in orders.Where(order => !IsLinked(order)).Select(order => order.RowId).Distinct().Chunk(MostAtOnce))
        {
            foreach (var (rowId, trace) in await traces.LastOfAllAsync(network, some, cancellationToken).ConfigureAwait(false))
            {
                earlier[rowId] = trace;
            }
        }

        return new BatchTraces(links, earlier);

        bool IsLinked(OrderUpdate order) => AttributionRules.CodeOf(order) is { } code && links.ContainsKey(code);
    }

    /// <summary>Traces an order that came, for the first time or again.</summary>
    public Task<Attribution> TraceAsync(OrderSource source, OrderUpdate order, CancellationToken cancellationToken) => Claimed(order) is { } claimed
        ? Task.FromResult(claimed)
        : UnclaimedAsync(source, order, cancellationToken);

    /// <summary>The same whatever the owner said of the order.</summary>
    public async Task<Attribution> UnclaimedAsync(OrderSource source, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var now = await rules.TraceAsync(source, order, cancellationToken).ConfigureAwait(false);
        return await EarlierAsync(source, now, order, cancellationToken).ConfigureAwait(false) is { } earlier && earlier.Holds(now, order.Tracking) ? earlier.Attribution : now;
    }

    /// <summary>Traces an order anew by today's rules and settings, of which only what was deleted since makes no difference.</summary>
    public async Task<Attribution> RetraceAsync(OrderSource source, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (Claimed(order) is { } claimed)
        {
            return claimed;
        }

        var now = await rules.TraceAsync(source, order, cancellationToken).ConfigureAwait(false);
        return await EarlierAsync(source, now, order, cancellationToken).ConfigureAwait(false) is { } earlier
            && earlier.Holds(now, order.Tracking)
            && (earlier.Attribution.Method == AttributionMethod.Link || rules.MayHaveForgotten(earlier, order))
            ? earlier.Attribution
            : now;
    }

    private Attribution? Claimed(OrderUpdate order) =>
        claims.GroupOf(order.Network, order.RowId) is { } group ? new Attribution(AttributionMethod.Claimed, group, null) : null;

    /// <summary>A link that is known can't have meant anything else before, so nobody looks.</summary>
    private Task<EarlierTrace?> EarlierAsync(OrderSource source, Attribution now, OrderUpdate order, CancellationToken cancellationToken) => now.Method == AttributionMethod.Link
        ? Task.FromResult<EarlierTrace?>(null)
        : source.Batch is { } batch
            ? Task.FromResult(batch.Earlier.GetValueOrDefault(order.RowId))
            : traces.LastAsync(order.Network, order.RowId, cancellationToken);
}
