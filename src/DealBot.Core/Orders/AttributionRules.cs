using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>
/// Traces orders back to groups by what is known today: by the link's code, else by the group's name, by the promotion position, and where an order names
/// nothing at all, by clicks on its item.
/// </summary>
public sealed class AttributionRules(LiveConfiguration configuration, LinkDirectory links, PositionHolders positions, ClickJoin join)
{
    /// <param name="source">Where the order came from.</param>
    /// <param name="order">The order row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Attribution> TraceAsync(OrderSource source, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(order);
        var subId = SubIdOf(order);
        if ((subId is null ? null : await BySubIdAsync(source, subId, cancellationToken).ConfigureAwait(false)) is { } named)
        {
            return named;
        }

        var groups = source.Groups(configuration.Current).ToList();
        if (await ByPositionAsync(groups, source.Account, order, cancellationToken).ConfigureAwait(false) is { } holder)
        {
            return new Attribution(AttributionMethod.Position, holder, null);
        }

        // A sub id that nobody here wrote says that the order came by a link of somebody else's making: no click of ours led to it.
        return subId is null ? await join.TraceAsync(groups, order, cancellationToken).ConfigureAwait(false) : Attribution.None;
    }

    /// <summary>The links whose codes orders carry, by code.</summary>
    public Task<IReadOnlyDictionary<string, TrackedLink>> LinksOfAsync(IEnumerable<OrderUpdate> orders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return links.FindAllAsync(orders.Select(CodeOf).OfType<string>(), cancellationToken);
    }

    /// <summary>The code that an order carries; null if it carries nothing.</summary>
    public static string? CodeOf(OrderUpdate order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return SubIdOf(order) is { } subId ? GroupTracking.Read(subId).Code : null;
    }

    /// <summary>Whether a click that an order was traced by may be out of reach by now.</summary>
    /// <param name="earlier">How it was traced before.</param>
    /// <param name="order">The order row.</param>
    public bool MayHaveForgotten(EarlierTrace earlier, OrderUpdate order) => join.MayHaveForgotten(earlier, order);

    private static string? SubIdOf(OrderUpdate order) => order.Tracking.SubId is { Length: > 0 } given ? given : null;

    private async ValueTask<Attribution?> BySubIdAsync(OrderSource source, string subId, CancellationToken cancellationToken)
    {
        var (groupId, code) = GroupTracking.Read(subId);
        var found = source.Batch is { } batch ? batch.Links.GetValueOrDefault(code) : await links.FindAsync(code, cancellationToken).ConfigureAwait(false);
        if (found is { } link)
        {
            return new Attribution(AttributionMethod.Link, link.GroupId, link.PostId);
        }

        return configuration.Current.FindGroup(groupId) is { } named ? new Attribution(AttributionMethod.SubId, named.Id, null) : null;
    }

    /// <summary>The group whose own position it is, if no other group shares it; else the one that it was allotted to when the buyer clicked.</summary>
    private async ValueTask<string?> ByPositionAsync(List<Group> groups, string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        if (order.Tracking.PositionId is not { Length: > 0 } position)
        {
            return null;
        }

        var owners = groups.Where(group => group.Positions.GetValueOrDefault(order.Network) == position).Take(2).ToList();
        return owners.Count switch
        {
            0 => await positions.HolderAsync(order.Network, account, position, order.ClickedAt ?? order.OrderedAt, cancellationToken).ConfigureAwait(false),
            1 => owners[0].Id,
            _ => null,
        };
    }
}
