namespace DealBot.Core.Orders;

/// <summary>Keeps orders, every version of each as it came, and how far each account has been read.</summary>
public interface IOrderStore
{
    /// <summary>Between which moments an account's orders are known; null if it was never read.</summary>
    Task<OrderReach?> ReachAsync(string network, string account, CancellationToken cancellationToken);

    /// <summary>
    /// Takes over what a window brought and moves the watermark, in one transaction. Every version of a row is kept as it came, once. The order
    /// is what the version modified last says, and of those of one moment the one that came last; the hourly figures it touches are reckoned again.
    /// </summary>
    Task<SavedOrders> SaveAsync(OrderBatch batch, CancellationToken cancellationToken);
}
