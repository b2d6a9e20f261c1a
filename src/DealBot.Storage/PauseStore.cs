using Dapper;
using DealBot.Core.Groups;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PauseStore(SqliteDatabase database) : IPauseStore
{
    public Task<IReadOnlyDictionary<string, GroupPause>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("SELECT group_id, since, until FROM group_pauses WHERE ended = 0 AND (until IS NULL OR until > @at)", now, cancellationToken);

    public Task<IReadOnlyDictionary<string, GroupPause>> SinceAsync(DateTimeOffset moment, CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT group_id, since, until FROM (
            SELECT group_id, since, CASE WHEN ended = 1 AND (until IS NULL OR until > changed_at) THEN changed_at ELSE until END AS until FROM group_pauses) AS held
        WHERE until IS NULL OR until > @at
        """,
        moment,
        cancellationToken);

    public Task PauseAsync(GroupPause pause, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            """
            INSERT INTO group_pauses (group_id, since, until, ended, changed_at) VALUES (@GroupId, @since, @until, 0, @since)
            ON CONFLICT (group_id) DO UPDATE SET since = excluded.since, until = excluded.until, ended = 0, changed_at = excluded.changed_at
            WHERE group_pauses.changed_at <= excluded.changed_at
            """,
            new { pause.GroupId, since = pause.Since.ToUnixTimeMilliseconds(), until = pause.Until?.ToUnixTimeMilliseconds() },
            transaction),
        cancellationToken);

    public Task<bool> ResumeAsync(string groupId, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            var keys = new { groupId, at = at.ToUnixTimeMilliseconds() };
            var held = connection.ExecuteScalar<long>(
                "SELECT COUNT(*) FROM group_pauses WHERE group_id = @groupId AND ended = 0 AND changed_at <= @at AND (until IS NULL OR until > @at)", keys, transaction) > 0;

            // Noted even where nothing is paused: an order to pause that was given before this one may come after it.
            connection.Execute(
                """
                INSERT INTO group_pauses (group_id, since, until, ended, changed_at) VALUES (@groupId, @at, @at, 1, @at)
                ON CONFLICT (group_id) DO UPDATE SET ended = 1, changed_at = excluded.changed_at WHERE group_pauses.changed_at <= excluded.changed_at
                """,
                keys,
                transaction);
            return held;
        },
        cancellationToken);

    private Task<IReadOnlyDictionary<string, GroupPause>> ReadAsync(string sql, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, GroupPause>>(
            connection => connection
                .Query<(string GroupId, long Since, long? Until)>(sql, new { at = at.ToUnixTimeMilliseconds() })
                .ToDictionary(
                    row => row.GroupId,
                    row => new GroupPause(row.GroupId, Moments.From(row.Since), row.Until is { } until ? Moments.From(until) : null)),
            cancellationToken);
}
