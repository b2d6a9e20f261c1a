namespace DealBot.Core.Orders;

/// <summary>Keeps orders, and how far each account has been read.</summary>
public interface IOrderStore
{
    /// <summary>Until when an account's orders are known; null if it was never read.</summary>
    Task<DateTimeOffset?> WatermarkAsync(string network, string account, CancellationToken cancellationToken);

    /// <summary>
    /// Takes over a window's rows and moves the watermark, in one transaction. A row known already is replaced unless the known one was
    /// modified later; the hourly figures it touches are reckoned again.
    /// </summary>
    /// <returns>How many rows changed anything.</returns>
    Task<int> SaveAsync(string network, string account, IReadOnlyList<AttributedOrder> orders, DateTimeOffset until, CancellationToken cancellationToken);
}
