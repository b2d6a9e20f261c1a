using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>
/// Infers the group of an order that names none, from who clicked on its item. Only clicks on the very item count: networks pay for other goods of the
/// same shop as well, but of what a buyer looked at before those nothing is known, so such orders stay unattributed for the owner to claim.
/// </summary>
public sealed class ClickJoin(IClickTrail trail, OrderOptions options)
{
    /// <summary>How far our clock and the network's may be apart.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(1);

    /// <summary>Where the network tells when the link was clicked, the click is looked for this near to it.</summary>
    private static readonly TimeSpan AroundTold = TimeSpan.FromMinutes(5);

    /// <param name="groups">Groups that may have brought the order.</param>
    /// <param name="order">The order row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<Attribution> TraceAsync(IReadOnlyCollection<Group> groups, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(order);
        if (options.JoinHours == 0)
        {
            return Attribution.None;
        }

        var (at, before, after) = Around(order);
        var clicks = await trail.OnAsync(order.Deal, order.Tracking.PositionId, new OrderSpan(at - before, at + after), cancellationToken).ConfigureAwait(false);
        if (clicks.Count == 0)
        {
            return Attribution.None;
        }

        var ids = groups.Select(group => group.Id).ToHashSet();
        return JoinScore.Of(clicks.Where(click => ids.Contains(click.GroupId)), at, before, options.JoinPercent);
    }

    /// <summary>Whether clicks that would count, or their links, may have been deleted since an order was traced by them.</summary>
    public bool MayHaveForgotten(EarlierTrace earlier, OrderUpdate order)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(order);
        if (options.JoinHours == 0 || earlier.Attribution.Method != AttributionMethod.Join)
        {
            return false;
        }

        // The oldest go first, so a click from before all that count says that none of these is gone.
        var (at, before, _) = Around(order);
        return !earlier.IsPostKept || earlier.ClicksKeptSince is not { } since || since > at - before;
    }

    /// <summary>The moment of the click as well as it is known, and how far before and after it clicks count.</summary>
    private (DateTimeOffset At, TimeSpan Before, TimeSpan After) Around(OrderUpdate order) => order.ClickedAt is { } clicked
        ? (clicked, AroundTold, AroundTold)
        : (order.OrderedAt, TimeSpan.FromHours(options.JoinHours), ClocksApart);
}
