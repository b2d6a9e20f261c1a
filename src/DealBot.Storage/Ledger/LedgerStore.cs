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
                .Query<(string Party, string Id, string Stage, long Month, long Fen)>(
                    """
                    SELECT a.party, a.id, a.stage, m.month, m.amount_fen FROM ledger_movements m JOIN ledger_accounts a ON a.account_id = m.account_id
                    WHERE m.month <= @until AND a.party = COALESCE(@party, a.party) AND a.id = COALESCE(@id, a.id) AND m.amount_fen <> 0
                    """,
                    new { until = until?.Number ?? int.MaxValue, party = party is { } only ? Names.Of(only) : null, id })
                .Select(row => new LedgerMovement(LedgerRow.Account(row.Party, row.Id, row.Stage), LedgerMonth.OfNumber(row.Month), new Money(row.Fen)))
                .OrderBy(movement => movement.Account.Party).ThenBy(movement => movement.Account.Id, StringComparer.Ordinal)
                .ThenBy(movement => movement.Account.Stage).ThenBy(movement => movement.Month)],
            cancellationToken);

    public Task<IReadOnlyList<LedgerLine>> LinesAsync(LedgerParty party, string id, LedgerMonth month, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LedgerLine>>(
            connection => [.. connection
                .Query<LedgerRow>(
                    $"{LedgerRow.Sql} WHERE a.party = @party AND a.id = @id AND e.month = @month ORDER BY e.transaction_id, e.account_id",
                    new { party = Names.Of(party), id, month = month.Number })
                .Select(row => row.ToLine())],
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
