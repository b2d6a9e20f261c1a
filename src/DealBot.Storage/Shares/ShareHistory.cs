using System.Data;
using Dapper;
using DealBot.Core.Shares;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Shares;

/// <inheritdoc />
public sealed class ShareHistory(SqliteDatabase database) : IShareHistory
{
    public Task<IReadOnlyList<ShareEpoch>> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ShareEpoch>>(
        connection => [.. connection
            .Query<(long Number, string OwnerId, long EffectiveAt, string Rules)>("SELECT number, owner_id, effective_at, rules FROM share_terms ORDER BY number")
            .Select(row => new ShareEpoch(row.Number, row.OwnerId, Moments.From(row.EffectiveAt), ShareRules.FromJson(row.Rules)))],
        cancellationToken);

    public Task<ShareEpoch?> NoteAsync(string ownerId, ShareRules rules, DateTimeOffset at, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(isLatest);
        return database.WriteAsync(
            (connection, transaction) => Note(connection, transaction, (ownerId, rules), at.ToUnixTimeMilliseconds(), isLatest),
            cancellationToken);
    }

    private static ShareEpoch? Note(
        IDbConnection connection, IDbTransaction transaction, (string OwnerId, ShareRules Rules) held, long at, Func<bool> isLatest)
    {
        var (ownerId, rules) = held;
        var json = rules.ToJson();
        var last = connection.QueryFirstOrDefault<string>("SELECT rules FROM share_terms WHERE owner_id = @ownerId ORDER BY number DESC LIMIT 1", new { ownerId }, transaction);
        if (last == json || !isLatest())
        {
            return null;
        }

        var effectiveAt = last is null && !HasOrders(connection, transaction, ownerId) ? 0 : Math.Max(at, KnownOrders.AfterOwner(connection, transaction, ownerId, at));
        var number = connection.ExecuteScalar<long>(
            "INSERT INTO share_terms (owner_id, effective_at, rules) VALUES (@ownerId, @effectiveAt, @json) RETURNING number",
            new { ownerId, effectiveAt, json },
            transaction);
        return new ShareEpoch(number, ownerId, Moments.From(effectiveAt), rules);
    }

    // Whoever ever had one has terms on record, which are few and sorted by owner; orders are neither.
    private static bool HasOrders(IDbConnection connection, IDbTransaction transaction, string ownerId) =>
        connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM ledger_terms WHERE owner_id = @ownerId)", new { ownerId }, transaction) > 0;
}
