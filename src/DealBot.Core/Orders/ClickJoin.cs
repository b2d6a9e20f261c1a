using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>
/// Infers the group of an order that names none, from who clicked on its item. Only clicks on the very item count: networks pay for other goods of the
/// same shop as well, but of what a buyer looked at before those nothing is known, so such orders stay unattributed for the owner to claim.
/// </summary>
public sealed class ClickJoin(IClickTrail trail, LiveConfiguration configuration, OrderOptions options)
{
    /// <summary>How far our clock and the network's may be apart.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(1);

    /// <summary>Where the network tells when the link was clicked, the click is looked for this near to it.</summary>
    private static readonly TimeSpan AroundTold = TimeSpan.FromMinutes(5);

    public async ValueTask<Attribution> TraceAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (options.JoinHours == 0)
        {
            return Attribution.None;
        }

        var (at, before, after) = order.ClickedAt is { } clicked
            ? (clicked, AroundTold, AroundTold)
            : (order.OrderedAt, TimeSpan.FromHours(options.JoinHours), ClocksApart);
        var clicks = await trail.OnAsync(order.Deal, order.Tracking.PositionId, new OrderSpan(at - before, at + after), cancellationToken).ConfigureAwait(false);
        if (clicks.Count == 0)
        {
            return Attribution.None;
        }

        var groups = configuration.Current.GroupsOn(order.Network, account).Select(group => group.Id).ToHashSet();
        return JoinScore.Of(clicks.Where(click => groups.Contains(click.GroupId)), at, before, options.JoinPercent);
    }
}
