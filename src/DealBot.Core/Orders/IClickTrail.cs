using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Finds the clicks that may have led to an order.</summary>
public interface IClickTrail
{
    /// <summary>
    /// Clicks of people within a span on links of an item, the latest first, a thousand at most. Links whose orders name their group are left out, since
    /// the order would have named it: those that carry a sub id, or another position than the order.
    /// </summary>
    /// <param name="deal">The item.</param>
    /// <param name="position">The position that the order came with; null if it names none.</param>
    /// <param name="span">From the first moment up to and including the second.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<JoinClick>> OnAsync(DealKey deal, string? position, OrderSpan span, CancellationToken cancellationToken);
}
