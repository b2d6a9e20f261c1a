using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class OrderHistory(SqliteDatabase database, TimeProvider time) : IOrderHistory
{
    /// <summary>
    /// The account is compared as one text: a condition that an index begins with would have SQLite look at all that the network ever sent, for each
    /// window of a sweep anew, in place of the few rows of the window.
    /// </summary>
    internal const string BookedSql =
        """
        SELECT DISTINCT o.row_id FROM order_snapshots s JOIN orders o ON o.network = s.network AND o.row_id = s.row_id
        WHERE s.ordered_at >= @from AND s.ordered_at < @until AND o.ordered_at >= @from AND o.ordered_at < @until
            AND o.network || '/' || o.account = @id
        """;

    /// <summary>The status is written out: SQLite takes a partial index only if it can see that the condition is met, which a parameter does not show.</summary>
    internal const string ConfirmedSql =
        """
        SELECT o.row_id, s.version, o.modified_at, s.body
        FROM orders o JOIN order_snapshots s ON s.network = o.network AND s.row_id = o.row_id AND s.version =
            (SELECT MAX(v.version) FROM order_snapshots v WHERE v.network = o.network AND v.row_id = o.row_id AND v.content_hash = o.content_hash)
        WHERE o.network = @network AND o.account = @account AND o.row_id > @after AND o.status = 'confirmed' AND o.ordered_at >= @since
        ORDER BY o.row_id LIMIT @limit
        """;

    private const int PageSize = 500;

    public Task<IReadOnlyList<string>> BookedAsync(string network, string account, OrderWindow window, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            connection => [.. connection.Query<string>(
                BookedSql, new { id = $"{network}/{account}", from = window.From.ToUnixTimeMilliseconds(), until = window.To.ToUnixTimeMilliseconds() })],
            cancellationToken);

    public Task<IReadOnlyList<OrderVersions>> ConfirmedAsync(string network, string account, DateTimeOffset since, string after, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OrderVersions>>(
            connection => [.. connection
                .Query<(string RowId, long Version, long ModifiedAt, string Body)>(
                    ConfirmedSql, new { network, account, after, since = since.ToUnixTimeMilliseconds(), limit = PageSize })
                .Select(row => new OrderVersions(network, row.RowId, account, [new OrderVersion(row.Version, Moments.From(row.ModifiedAt), row.Body)]))],
            cancellationToken);

    public Task<IReadOnlyList<OrderVersions>> PageAsync(OrderSpan? span, OrderVersions? after, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OrderVersions>>(
            connection => [.. connection
                .Query<(string Network, string RowId, string Account, long Version, long ModifiedAt, string Body)>(
                    $"""
                    SELECT s.network, s.row_id, s.account, s.version, s.modified_at, s.body
                    FROM order_snapshots s JOIN
                        (SELECT DISTINCT network, row_id FROM order_snapshots
                        WHERE {(span is null ? "ordered_at IS NULL" : "ordered_at >= @from AND ordered_at < @until")} AND (network > @network OR (network = @network AND row_id > @rowId))
                        ORDER BY network, row_id LIMIT @limit) page ON page.network = s.network AND page.row_id = s.row_id
                    ORDER BY s.network, s.row_id, s.version
                    """,
                    new
                    {
                        from = span?.From.ToUnixTimeMilliseconds(),
                        until = span?.Until.ToUnixTimeMilliseconds(),
                        network = after?.Network ?? "",
                        rowId = after?.RowId ?? "",
                        limit = PageSize,
                    })
                .GroupBy(row => (row.Network, row.RowId))
                .Select(rows => new OrderVersions(
                    rows.Key.Network,
                    rows.Key.RowId,
                    rows.Last().Account,
                    [.. rows.Select(row => new OrderVersion(row.Version, Moments.From(row.ModifiedAt), row.Body))]))],
            cancellationToken);

    public Task<RecountFigures> RebookAsync(IReadOnlyList<RebookedOrder> rows, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            using var book = new OrderBook(connection, transaction);
            using var rebooking = new OrderRebooking(connection, transaction, book, time.GetUtcNow());
            var figures = rows.Aggregate(RecountFigures.None, (sum, row) => sum + rebooking.Rebook(row));
            return figures with { Hours = book.Close() };
        },
        cancellationToken);

    public async Task<RecountFigures> ClearHoursAsync(OrderSpan span, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(span);
        var empty = await database.ReadAsync(
            connection => connection.Query<(string GroupId, long Hour)>(
                """
                SELECT group_id, hour FROM metrics_hourly m
                WHERE hour >= @from AND hour < @until AND (orders <> 0 OR sales_fen <> 0 OR commission_fen <> 0)
                    AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.group_id = m.group_id AND o.ordered_at >= m.hour AND o.ordered_at < m.hour + 3600000)
                """,
                new { from = Moments.HourOf(span.From), until = span.Until.ToUnixTimeMilliseconds() }).ToList(),
            cancellationToken).ConfigureAwait(false);
        return empty.Count == 0 ? RecountFigures.None : await database.WriteAsync(
            (connection, transaction) =>
            {
                using var hours = new OrderHours(connection, transaction);
                empty.ForEach(cell => hours.Touch(cell.GroupId, cell.Hour));
                return RecountFigures.None with { Hours = hours.Reckon() };
            },
            cancellationToken).ConfigureAwait(false);
    }
}
