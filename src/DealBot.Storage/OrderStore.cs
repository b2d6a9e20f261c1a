using System.Data;
using Dapper;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class OrderStore(SqliteDatabase database) : IOrderStore
{
    /// <summary>Windows are read oldest first, so a watermark this far past one just read was written while the clock ran ahead.</summary>
    private static readonly TimeSpan ClockRanAhead = TimeSpan.FromHours(12);

    public Task<OrderReach?> ReachAsync(string network, string account, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection
            .Query<(long Since, long Until, long FirstReadAt)>(
                "SELECT since, until, first_read_at FROM order_watermarks WHERE network = @network AND account = @account",
                new { network, account })
            .Select(row => new OrderReach(Moments.From(row.Since), Moments.From(row.Until), Moments.From(row.FirstReadAt)))
            .FirstOrDefault(),
        cancellationToken);

    public Task<SavedOrders> SaveAsync(OrderBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return database.WriteAsync(
            (connection, transaction) =>
            {
                if (batch.ClaimsRead is { } claimsRead && OrderClaims.Newest(connection, transaction) != claimsRead)
                {
                    return SavedOrders.Overtaken;
                }

                var saved = SaveRows(connection, transaction, batch);
                if (batch.Watermark is { } window)
                {
                    MoveWatermark(connection, transaction, batch, window.From, window.To);
                }

                return saved;
            },
            cancellationToken);
    }

    private static SavedOrders SaveRows(IDbConnection connection, IDbTransaction transaction, OrderBatch batch)
    {
        if (batch.Orders.Count + batch.Unreadable.Count == 0)
        {
            return SavedOrders.None;
        }

        using var book = new OrderBook(connection, transaction);
        var changes = batch.Orders.Select(order => book.Take(batch.Account, order, batch.SeenAt)).OfType<OrderChange>().ToList();
        var unreadable = batch.Unreadable.Count(row => book.Take(batch.Network, batch.Account, row, batch.SeenAt));
        book.Close();
        return new SavedOrders(changes, unreadable);
    }

    private static void MoveWatermark(IDbConnection connection, IDbTransaction transaction, OrderBatch batch, DateTimeOffset since, DateTimeOffset until) =>
        connection.Execute(
            """
            INSERT INTO order_watermarks (network, account, until, since, first_read_at) VALUES (@Network, @Account, @until, @since, @seenAt)
            ON CONFLICT (network, account) DO UPDATE SET until = excluded.until
            WHERE excluded.until > order_watermarks.until OR order_watermarks.until > excluded.until + @ahead
            """,
            new
            {
                batch.Network,
                batch.Account,
                until = until.ToUnixTimeMilliseconds(),
                since = since.ToUnixTimeMilliseconds(),
                seenAt = batch.SeenAt.ToUnixTimeMilliseconds(),
                ahead = (long)ClockRanAhead.TotalMilliseconds,
            },
            transaction);
}
