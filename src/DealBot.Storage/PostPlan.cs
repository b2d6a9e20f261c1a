using System.Data;
using System.Globalization;
using Dapper;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PostPlan(SqliteDatabase database, ILogger<PostPlan>? logger = null) : IPostPlan
{
    /// <summary>How many rows are added at a time, so that clicks never wait long for the writer.</summary>
    private const int ChunkSize = 500;

    private const string Watermark = "laid_until";

    private const string Stamp = "laid_by";

    /// <summary>
    /// What a revision may still change: planned with nothing handed over; skipped ahead of its time, by the planner; or missed and yet fresh,
    /// which only a clock that ran ahead can bring about. What an owner had sent again is his, and what a restore gave up may be in the chat.
    /// </summary>
    private const string Open =
        """
        (p.kind = 'slot' AND p.resends = 0 AND (p.state = 'planned'
                OR (p.state = 'skipped' AND p.reason_code <> 'restored' AND (p.planned_at > @at OR (p.reason_code = 'missed' AND p.expires_at > @at))))
            AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.post_id = p.post_id AND m.state <> 'planned'))
        """;

    private readonly ILogger _logger = logger ?? NullLogger<PostPlan>.Instance;

    public Task<LaidPlan> ReadAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moments = new { since = since.ToUnixTimeMilliseconds(), at = now.ToUnixTimeMilliseconds() };
        return database.ReadAsync(
            connection =>
            {
                var until = StateStore.Get(connection, Watermark);
                var older = Query(connection, "p.state = 'planned' AND p.prepared = 0 AND p.planned_at < @since", moments);
                var recent = Query(connection, "p.planned_at >= @since", moments);
                return new LaidPlan(
                    until is null ? null : Moments.From(long.Parse(until, CultureInfo.InvariantCulture)),
                    StateStore.Get(connection, Stamp),
                    [.. older.Concat(recent).Select(row => row.ToPost())]);
            },
            cancellationToken);
    }

    public async Task LayAsync(PlanRevision revision, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var replaced = revision.Withdrawn.ToHashSet();
        var rows = revision.Laid.Select(PostRow.Of).Concat(revision.Skipped.Select(PostRow.Of)).ToLookup(row => replaced.Contains(row.PostId) || row.PlannedAt <= at);

        // What replaces a row goes with the row, so that no crash can come between; the rest adds to what is there and may come bit by bit.
        await WriteAsync(revision.Withdrawn, rows[true], at, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in rows[false].Chunk(ChunkSize))
        {
            await WriteAsync([], chunk, at, cancellationToken).ConfigureAwait(false);
        }

        var until = revision.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await database.WriteAsync(
            (connection, transaction) => StateStore.Set(connection, transaction, Watermark, until) + StateStore.Set(connection, transaction, Stamp, revision.Stamp),
            cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<DuePost>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DuePost>>(
        connection => [.. connection
            .Query<(string PostId, string GroupId, long DueAt, long ExpiresAt)>(
                """
                SELECT post_id, group_id, due_at, expires_at FROM posts
                WHERE state = 'planned' AND prepared = 0 AND kind = 'slot' AND planned_at <= @at ORDER BY planned_at, post_id
                """,
                new { at = now.ToUnixTimeMilliseconds() })
            .Select(row => new DuePost(row.PostId, row.GroupId, Moments.From(row.DueAt), Moments.From(row.ExpiresAt)))],
        cancellationToken);

    private async Task WriteAsync(IReadOnlyList<string> withdrawn, IEnumerable<PostRow> rows, long at, CancellationToken cancellationToken)
    {
        var moved = await database.WriteAsync(
            (connection, transaction) =>
            {
                List<PostTransition> moved = [.. withdrawn
                    .Where(post => Withdraw(connection, transaction, post, at))
                    .Select(post => new PostTransition(post, PostState.Planned, To: null, "laid anew"))];
                moved.AddRange(rows
                    .Where(row => OutboxRows.Insert(connection, transaction, row))
                    .Select(row => new PostTransition(row.PostId, From: null, Names.StateOf(row.State), row.MovedEn ?? row.ReasonEn)));
                return moved;
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(moved);
    }

    private static bool Withdraw(IDbConnection connection, IDbTransaction transaction, string postId, long at)
    {
        var keys = new { postId, at };
        if (connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM posts p WHERE p.post_id = @postId AND {Open}", keys, transaction) == 0)
        {
            return false;
        }

        connection.Execute("DELETE FROM messages WHERE post_id = @postId", keys, transaction);
        connection.Execute("DELETE FROM post_deals WHERE post_id = @postId", keys, transaction);
        connection.Execute("DELETE FROM posts WHERE post_id = @postId", keys, transaction);
        return true;
    }

    private static IEnumerable<LaidRow> Query(IDbConnection connection, string condition, object moments) => connection.Query<LaidRow>(
        $"""
        SELECT p.post_id, p.group_id, p.owner_id, p.adapter, p.address, p.due_at, p.planned_at, p.sent_at, p.state, p.prepared, p.local_at, p.reason_code, p.moved_zh, p.moved_en,
            CASE WHEN {Open} THEN 1 ELSE 0 END AS open,
            (SELECT COUNT(*) FROM messages m WHERE m.post_id = p.post_id) AS messages,
            (SELECT COUNT(*) FROM messages m WHERE m.post_id = p.post_id AND m.kind = 'image') AS images
        FROM posts p WHERE {condition} ORDER BY p.planned_at, p.post_id
        """,
        moments);
}
