using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>Traces orders back to groups: by the link's code, else by the group's name, else by its promotion position.</summary>
public sealed class OrderAttribution(LiveConfiguration configuration, LinkDirectory links)
{
    /// <param name="account">The account through which the order came.</param>
    /// <param name="order">The order row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Attribution> TraceAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var tracking = order.Tracking;
        if (tracking.SubId is { Length: > 0 } subUnionId)
        {
            var (groupId, code) = GroupTracking.Read(subUnionId);
            if (code is not null && await links.FindAsync(code, cancellationToken).ConfigureAwait(false) is { } link)
            {
                return new Attribution(AttributionMethod.Link, link.GroupId, link.PostId);
            }

            if (configuration.Current.FindGroup(groupId) is { } named)
            {
                return new Attribution(AttributionMethod.SubId, named.Id, null);
            }
        }

        // A position says which group only if no other group shares it.
        var holders = tracking.PositionId is { Length: > 0 } position
            ? configuration.Current.Groups.Where(group => group.PositionId == position).Take(2).ToList()
            : [];
        return holders is [var only] ? new Attribution(AttributionMethod.Position, only.Id, null) : Attribution.None;
    }
}
