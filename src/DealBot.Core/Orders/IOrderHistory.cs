using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Reads what came of each order, and books orders anew from it.</summary>
public interface IOrderHistory
{
    /// <summary>Ids of an account's rows that were ordered within a window, as they are booked.</summary>
    Task<IReadOnlyList<string>> BookedAsync(string network, string account, OrderWindow window, CancellationToken cancellationToken);

    /// <summary>An account's rows that are booked as confirmed, each in the version that is booked, by id.</summary>
    /// <param name="network">Network name.</param>
    /// <param name="account">Account name.</param>
    /// <param name="since">Only what was ordered then or later.</param>
    /// <param name="after">Id of the last row of the page before; empty at the beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>At most a few hundred; empty when there are no more.</returns>
    Task<IReadOnlyList<OrderVersions>> ConfirmedAsync(string network, string account, DateTimeOffset since, string after, CancellationToken cancellationToken);

    /// <summary>Rows ordered within a span in any of their versions, by network and id.</summary>
    /// <param name="span">The span; null for rows that could not be read in some version, of which nobody knows when they were ordered.</param>
    /// <param name="after">Last row of the page before; null at the beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>At most a few hundred; empty when there are no more.</returns>
    Task<IReadOnlyList<OrderVersions>> PageAsync(OrderSpan? span, OrderVersions? after, CancellationToken cancellationToken);

    /// <summary>
    /// Books rows as given and reckons their hours again, in one transaction. A row of which a version has come meanwhile, or that an owner has
    /// claimed meanwhile, is left alone: it was booked by the same rules when that happened.
    /// </summary>
    Task<RecountFigures> RebookAsync(IReadOnlyList<RebookedOrder> rows, CancellationToken cancellationToken);

    /// <summary>Takes the order figures from hours of a span of which no row is left.</summary>
    Task<RecountFigures> ClearHoursAsync(OrderSpan span, CancellationToken cancellationToken);
}
