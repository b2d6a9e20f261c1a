using System.Data;
using Dapper;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class AccountOwnerHistory(SqliteDatabase database) : IAccountOwnerHistory
{
    public Task<IReadOnlyList<AccountOwner>> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<AccountOwner>>(
        connection => [.. connection
            .Query<(long Number, string Network, string Account, string OwnerId, long EffectiveAt)>(
                "SELECT number, network, account, owner_id, effective_at FROM account_owners ORDER BY number")
            .Select(row => new AccountOwner(row.Number, row.Network, row.Account, row.OwnerId, Moments.From(row.EffectiveAt)))],
        cancellationToken);

    public Task<AccountOwner?> NoteAsync(string network, string account, string ownerId, DateTimeOffset at, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isLatest);
        return database.WriteAsync(
            (connection, transaction) => Note(connection, transaction, (network, account, ownerId), at.ToUnixTimeMilliseconds(), isLatest),
            cancellationToken);
    }

    private static AccountOwner? Note(
        IDbConnection connection, IDbTransaction transaction, (string Network, string Account, string OwnerId) held, long at, Func<bool> isLatest)
    {
        var (network, account, ownerId) = held;
        var last = connection.QueryFirstOrDefault<string>(
            "SELECT owner_id FROM account_owners WHERE network = @network AND account = @account ORDER BY number DESC LIMIT 1", new { network, account }, transaction);
        if (last == ownerId || !isLatest())
        {
            return null;
        }

        var effectiveAt = last is null ? 0 : Math.Max(at, KnownOrders.AfterAccount(connection, transaction, network, account, at));
        var number = connection.ExecuteScalar<long>(
            "INSERT INTO account_owners (network, account, owner_id, effective_at) VALUES (@network, @account, @ownerId, @effectiveAt) RETURNING number",
            new { network, account, ownerId, effectiveAt },
            transaction);
        return new AccountOwner(number, network, account, ownerId, Moments.From(effectiveAt));
    }
}
