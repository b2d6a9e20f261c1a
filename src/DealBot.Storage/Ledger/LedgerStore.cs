using Dapper;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Ledger;

/// <inheritdoc />
public sealed class LedgerStore(SqliteDatabase database) : ILedgerStore
{
    public Task<IReadOnlyList<LedgerMovement>> MovementsAsync(LedgerMonth? until, LedgerParty? party, string? id, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LedgerMovement>>(
            connection => [.. connection
                .Query<(string Party, string Id, long Month, long Estimated, long Confirmed, long Settled, long PaidOut)>(
                    """
                    SELECT a.party, a.id, m.month, m.estimated_fen, m.confirmed_fen, m.settled_fen, m.paid_out_fen
                    FROM ledger_movements m JOIN ledger_accounts a ON a.account_id = m.account_id
                    WHERE m.month <= @until AND a.party = COALESCE(@party, a.party) AND a.id = COALESCE(@id, a.id)
                    """,
                    new { until = until?.Number ?? int.MaxValue, party = party is { } only ? Names.Of(only) : null, id })
                .SelectMany(row => new StageSums(row.Estimated, row.Confirmed, row.Settled, row.PaidOut).Entries(Names.Parse<LedgerParty>(row.Party), row.Id)
                    .Select(entry => new LedgerMovement(entry.Account, LedgerMonth.OfNumber(row.Month), entry.Amount)))
                .OrderBy(movement => movement.Account.Party).ThenBy(movement => movement.Account.Id, StringComparer.Ordinal)
                .ThenBy(movement => movement.Account.Stage).ThenBy(movement => movement.Month)],
            cancellationToken);

    public Task<IReadOnlyList<LedgerLine>> LinesAsync(LedgerParty party, string id, LedgerMonth month, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LedgerLine>>(
            connection => [.. connection
                .Query<LedgerRow>(
                    $"{LedgerRow.Sql} WHERE a.party = @party AND a.id = @id AND e.month = @month ORDER BY e.transaction_id",
                    new { party = Names.Of(party), id, month = month.Number })
                .SelectMany(row => row.ToLines())],
            cancellationToken);

    public Task<bool> PostAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return database.WriteAsync(
            (connection, within) =>
            {
                using var book = new LedgerBook(connection, within);
                var isNew = book.Post(transaction);
                book.Close();
                return isNew;
            },
            cancellationToken);
    }
}
