using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class CanaryStore(SqliteDatabase database) : ICanaryStore
{
    public Task<IReadOnlyList<CanaryState>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(List, cancellationToken);

    internal static IReadOnlyList<CanaryState> List(IDbConnection connection) =>
    [
        .. connection
            .Query<(string Network, string Account, long TriedAt, long? WorkedAt, long? FailingSince, long Failures, long Told, string? Code, string? Zh, string? En, long Broken)>(
                "SELECT network, account, tried_at, worked_at, failing_since, failures, told, code, reason_zh, reason_en, broken FROM canaries ORDER BY network, account")
            .Select(row => new CanaryState
            {
                Network = row.Network,
                Account = row.Account,
                TriedAt = Moments.From(row.TriedAt),
                WorkedAt = row.WorkedAt is { } worked ? Moments.From(worked) : null,
                FailingSince = row.FailingSince is { } since ? Moments.From(since) : null,
                Failures = (int)row.Failures,
                IsTold = row.Told == 1,
                Code = row.Code,
                Reason = row.Zh is null ? null : new Phrase(row.Zh, row.En ?? row.Zh),
                IsBroken = row.Broken == 1,
            }),
    ];

    public Task KeepAsync(CanaryState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return database.WriteAsync(
            (connection, transaction) => connection.Execute(
                """
                INSERT INTO canaries (network, account, tried_at, worked_at, failing_since, failures, told, code, reason_zh, reason_en, broken)
                VALUES (@Network, @Account, @tried, @worked, @since, @Failures, @told, @Code, @zh, @en, @broken)
                ON CONFLICT (network, account) DO UPDATE SET tried_at = excluded.tried_at, worked_at = excluded.worked_at,
                    failing_since = excluded.failing_since, failures = excluded.failures, told = excluded.told, code = excluded.code,
                    reason_zh = excluded.reason_zh, reason_en = excluded.reason_en, broken = excluded.broken
                """,
                new
                {
                    state.Network,
                    state.Account,
                    tried = state.TriedAt.ToUnixTimeMilliseconds(),
                    worked = state.WorkedAt?.ToUnixTimeMilliseconds(),
                    since = state.FailingSince?.ToUnixTimeMilliseconds(),
                    state.Failures,
                    told = state.IsTold ? 1 : 0,
                    state.Code,
                    zh = state.Reason?.Zh,
                    en = state.Reason?.En,
                    broken = state.IsBroken ? 1 : 0,
                },
                transaction),
            cancellationToken);
    }
}
