using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>
/// Traces orders back to groups: by the owner's word, else by the link's code, by the group's name, by the promotion position, and where an order names
/// nothing at all, by clicks on its item.
/// </summary>
public sealed class OrderAttribution(LiveConfiguration configuration, LinkDirectory links, ClaimedOrders claims, PositionHolders positions, ClickJoin join)
{
    /// <summary>Takes in what owners have claimed since.</summary>
    /// <returns>Up to which claim rows are traced from now on.</returns>
    public Task<long> RefreshAsync(CancellationToken cancellationToken) => claims.RefreshAsync(cancellationToken);

    /// <param name="account">The account through which the order came.</param>
    /// <param name="order">The order row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Attribution> TraceAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return claims.GroupOf(order.Network, order.RowId) is { } claimed
            ? new Attribution(AttributionMethod.Claimed, claimed, null)
            : await ByRulesAsync(account, order, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same whatever the owner said of the order.</summary>
    public async Task<Attribution> ByRulesAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var subId = order.Tracking.SubId is { Length: > 0 } given ? given : null;
        if ((subId is null ? null : await BySubIdAsync(subId, cancellationToken).ConfigureAwait(false)) is { } named)
        {
            return named;
        }

        if (await ByPositionAsync(account, order, cancellationToken).ConfigureAwait(false) is { } holder)
        {
            return new Attribution(AttributionMethod.Position, holder, null);
        }

        // A sub id that nobody here wrote says that the order came by a link of somebody else's making: no click of ours led to it.
        return subId is null ? await join.TraceAsync(account, order, cancellationToken).ConfigureAwait(false) : Attribution.None;
    }

    private async ValueTask<Attribution?> BySubIdAsync(string subId, CancellationToken cancellationToken)
    {
        var (groupId, code) = GroupTracking.Read(subId);
        if (await links.FindAsync(code, cancellationToken).ConfigureAwait(false) is { } link)
        {
            return new Attribution(AttributionMethod.Link, link.GroupId, link.PostId);
        }

        return configuration.Current.FindGroup(groupId) is { } named ? new Attribution(AttributionMethod.SubId, named.Id, null) : null;
    }

    /// <summary>The group whose own position it is, if no other group shares it; else the one that it was allotted to when the buyer clicked.</summary>
    private async ValueTask<string?> ByPositionAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        if (order.Tracking.PositionId is not { Length: > 0 } position)
        {
            return null;
        }

        var owners = configuration.Current.GroupsOn(order.Network, account).Where(group => group.Positions.GetValueOrDefault(order.Network) == position).Take(2).ToList();
        return owners.Count switch
        {
            0 => await positions.HolderAsync(order.Network, account, position, order.ClickedAt ?? order.OrderedAt, cancellationToken).ConfigureAwait(false),
            1 => owners[0].Id,
            _ => null,
        };
    }
}
