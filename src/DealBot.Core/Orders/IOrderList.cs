namespace DealBot.Core.Orders;

/// <summary>Lists orders as they are booked.</summary>
public interface IOrderList
{
    /// <summary>Rows that a query asks for, the latest first.</summary>
    Task<IReadOnlyList<ListedOrder>> ListAsync(OrderQuery query, CancellationToken cancellationToken);
}
