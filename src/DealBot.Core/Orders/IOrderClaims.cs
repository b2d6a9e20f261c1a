namespace DealBot.Core.Orders;

/// <summary>Keeps what owners say of orders.</summary>
public interface IOrderClaims
{
    /// <summary>Words given after the one with this number, oldest first.</summary>
    Task<IReadOnlyList<OrderClaim>> SinceAsync(long id, CancellationToken cancellationToken);

    /// <summary>Booked rows of an order number, or else the rows of that id, of whatever network, with their versions.</summary>
    Task<IReadOnlyList<ClaimableRow>> FindAsync(string order, CancellationToken cancellationToken);

    /// <summary>Puts words on record and books their rows accordingly, all in one transaction.</summary>
    /// <param name="claims">The words.</param>
    /// <param name="rows">Their rows as they are to be booked.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null, with nothing changed, if a version of a row or another word on it has come since it was found.</returns>
    Task<RecountFigures?> ClaimAsync(IReadOnlyList<OrderClaim> claims, IReadOnlyList<(ClaimableRow Found, AttributedOrder Row)> rows, CancellationToken cancellationToken);
}
