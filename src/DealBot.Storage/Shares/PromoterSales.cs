using Dapper;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Shares;

/// <inheritdoc />
public sealed class PromoterSales(SqliteDatabase database) : IPromoterSales
{
    /// <summary>
    /// Whatever an order's confirmed or settled share becomes is an entry that moves one of the two, so the last of them before the month says
    /// how the order stood when it began. A report that changed nothing but the sales moved none and posted nothing: the sales are those of the
    /// last report that was booked by then.
    /// </summary>
    private const string Sql =
        """
        SELECT COALESCE(SUM(COALESCE(
            (SELECT told.sales_fen FROM
                (SELECT s.version, 0 AS step, s.sales_fen FROM order_snapshots s
                WHERE s.network = x.network AND s.row_id = x.row_id AND s.version > x.version AND s.seen_at < @start AND s.terms_id IS NOT NULL
                    AND s.modified_at >= (SELECT MAX(b.modified_at) FROM order_snapshots b
                        WHERE b.network = s.network AND b.row_id = s.row_id AND b.version < s.version AND b.terms_id IS NOT NULL)
                UNION ALL
                SELECT r.version, r.step, r.sales_fen FROM order_rebookings r
                WHERE r.network = x.network AND r.row_id = x.row_id AND r.booked_at < @start
                    AND (r.version > x.version OR (r.version = x.version AND r.step > x.step))) told
            ORDER BY told.version DESC, told.step DESC LIMIT 1), x.sales_fen)), 0)
        FROM
            (SELECT MAX(e.transaction_id) AS transaction_id
            FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.account_id JOIN ledger_transactions moved ON moved.transaction_id = e.transaction_id
            WHERE a.party = 'promoter' AND a.id = @promoterId AND (e.confirmed_fen <> 0 OR e.settled_fen <> 0) AND e.month < @month AND moved.network IS NOT NULL
            GROUP BY moved.network, moved.row_id) latest
        JOIN ledger_transactions x ON x.transaction_id = latest.transaction_id JOIN ledger_terms t ON t.terms_id = x.terms_id
        WHERE x.stage IN ('confirmed', 'settled') AND t.promoter_id = @promoterId
        """;

    public Task<Money> BeforeAsync(string promoterId, LedgerMonth month, CancellationToken cancellationToken) => database.ReadAsync(
        connection => new Money(connection.ExecuteScalar<long>(Sql, new { promoterId, month = month.Number, start = month.Start.ToUnixTimeMilliseconds() })),
        cancellationToken);
}
