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

    public Task<DateTimeOffset?> WatermarkAsync(string network, string account, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<long?>(
            "SELECT until FROM order_watermarks WHERE network = @network AND account = @account",
            new { network, account }) is { } until ? Moments.From(until) : (DateTimeOffset?)null,
        cancellationToken);

    public Task<int> SaveAsync(string network, string account, IReadOnlyList<AttributedOrder> orders, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, transaction) =>
            {
                var touched = new HashSet<(string GroupId, long Hour)>();
                var changed = orders.Count(order => Upsert(connection, transaction, account, order, touched));
                foreach (var (groupId, hour) in touched)
                {
                    Recount(connection, transaction, groupId, hour);
                }

                connection.Execute(
                    """
                    INSERT INTO order_watermarks (network, account, until) VALUES (@network, @account, @until)
                    ON CONFLICT (network, account) DO UPDATE SET until = excluded.until
                    WHERE excluded.until > order_watermarks.until OR order_watermarks.until > excluded.until + @ahead
                    """,
                    new { network, account, until = until.ToUnixTimeMilliseconds(), ahead = (long)ClockRanAhead.TotalMilliseconds },
                    transaction);
                return changed;
            },
            cancellationToken);

    /// <summary>Replaces a row unless it is known as it is, or from a later moment.</summary>
    private static bool Upsert(IDbConnection connection, IDbTransaction transaction, string account, AttributedOrder order, HashSet<(string, long)> touched)
    {
        var row = OrderRow.Of(account, order);
        var before = connection.QuerySingleOrDefault<KnownRow>(
            "SELECT group_id, ordered_at, modified_at, raw FROM orders WHERE network = @Network AND row_id = @RowId",
            row,
            transaction);
        if (before is not null && (before.ModifiedAt > row.ModifiedAt || (before.ModifiedAt == row.ModifiedAt && before.Raw == row.Raw)))
        {
            return false;
        }

        connection.Execute(OrderRow.UpsertSql, row, transaction);
        if (before?.GroupId is { } left)
        {
            touched.Add((left, Moments.HourOf(before.OrderedAt)));
        }

        if (row.GroupId is { } group)
        {
            touched.Add((group, Moments.HourOf(row.OrderedAt)));
        }

        return true;
    }

    private static void Recount(IDbConnection connection, IDbTransaction transaction, string groupId, long hour) => connection.Execute(
        """
        INSERT INTO metrics_hourly (group_id, hour, orders, sales_fen, commission_fen)
        SELECT @groupId, @hour, COUNT(DISTINCT CASE WHEN counts = 1 THEN order_id END), COALESCE(SUM(sales_fen), 0), COALESCE(SUM(commission_fen), 0)
        FROM orders WHERE group_id = @groupId AND ordered_at >= @hour AND ordered_at < @end
        ON CONFLICT (group_id, hour) DO UPDATE SET orders = excluded.orders, sales_fen = excluded.sales_fen, commission_fen = excluded.commission_fen
        """,
        new { groupId, hour, end = hour + 3_600_000 },
        transaction);

    private sealed record KnownRow
    {
        public string? GroupId { get; init; }

        public long OrderedAt { get; init; }

        public long ModifiedAt { get; init; }

        public string Raw { get; init; } = "";
    }
}
