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
    /// how the order stood when it began.
    /// </summary>
    private const string Sql =
        """
        SELECT COALESCE(SUM(x.sales_fen), 0) FROM
            (SELECT MAX(e.transaction_id) AS transaction_id
            FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.account_id JOIN ledger_transactions moved ON moved.transaction_id = e.transaction_id
            WHERE a.party = 'promoter' AND a.id = @promoterId AND (e.confirmed_fen <> 0 OR e.settled_fen <> 0) AND e.month < @month AND moved.network IS NOT NULL
            GROUP BY moved.network, moved.row_id) latest
        JOIN ledger_transactions x ON x.transaction_id = latest.transaction_id JOIN ledger_terms t ON t.terms_id = x.terms_id
        WHERE x.stage IN ('confirmed', 'settled') AND t.promoter_id = @promoterId
        """;

    public Task<Money> BeforeAsync(string promoterId, LedgerMonth month, CancellationToken cancellationToken) => database.ReadAsync(
        connection => new Money(connection.ExecuteScalar<long>(Sql, new { promoterId, month = month.Number })),
        cancellationToken);
}
