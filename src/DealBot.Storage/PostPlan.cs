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
    /// which only a clock that ran ahead can bring about. What an owner had sent again or skipped is his, and what a
    /// restore gave up may be in the chat.
    /// </summary>
    private const string Open =
        """
        (p.kind = 'slot' AND p.resends = 0 AND (p.state = 'planned'
                OR (p.state = 'skipped' AND p.reason_code NOT IN ('restored', 'owner') AND (p.planned_at > @at OR (p.reason_code = 'missed' AND p.expires_at > @at))))
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
        var rows = revision.Laid.Select(PostRow.Of).Concat(revision.Skipped.Select(PostRow.Of)).DistinctBy(row => row.PostId).ToDictionary(row => row.PostId);
        var (replaced, gone) = (revision.Withdrawn.Where(rows.ContainsKey).ToList(), revision.Withdrawn.Where(post => !rows.ContainsKey(post)).ToList());
        var added = rows.Keys.Except(replaced).ToLookup(post => rows[post].PlannedAt <= at);
        if (rows.Count + gone.Count > 0)
        {
            // What a crash keeps from being laid is then found by the next start, as a slot that is not laid yet.
            await database.WriteAsync(
                (connection, transaction) => connection.Execute(
                    "UPDATE state SET value = @value WHERE name = @Watermark AND CAST(value AS BIGINT) > @at", new { value = $"{at}", Watermark, at }, transaction),
                cancellationToken).ConfigureAwait(false);
        }

        // In parts, so that sends and clicks never wait long for the writer; a crash between two is put right by the next start, which lays
        // anew. For its sake a row and what replaces it go in one transaction, and what has come already is added before that goes which
        // it stands for: by then nothing else would tell of it.
        await WriteAsync([], added[true], rows, at, cancellationToken).ConfigureAwait(false);
        await WriteAsync(replaced, replaced, rows, at, cancellationToken).ConfigureAwait(false);
        await WriteAsync(gone, [], rows, at, cancellationToken).ConfigureAwait(false);
        await WriteAsync([], added[false], rows, at, cancellationToken).ConfigureAwait(false);
        var until = revision.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await database.WriteAsync(
            (connection, transaction) => StateStore.Set(connection, transaction, Watermark, until) + StateStore.Set(connection, transaction, Stamp, revision.Stamp),
            cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyDictionary<string, int>> UsedAsync(string adapter, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, int>>(
            connection => connection
                .Query<(string Address, long Messages)>(
                    "SELECT address, COUNT(*) FROM attempts WHERE adapter = @adapter AND at >= @from AND at < @until GROUP BY address",
                    new { adapter, from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })
                .ToDictionary(row => row.Address, row => (int)row.Messages),
            cancellationToken);

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

    /// <summary>Withdraws posts and adds rows, in parts; a post that is withdrawn and added goes in one.</summary>
    private async Task WriteAsync(
        IReadOnlyCollection<string> withdrawn, IEnumerable<string> added, Dictionary<string, PostRow> rows, long at, CancellationToken cancellationToken)
    {
        var (isWithdrawn, isAdded) = (withdrawn.ToHashSet(), added.ToHashSet());
        foreach (var part in isWithdrawn.Union(isAdded).Chunk(ChunkSize))
        {
            var moved = await database.WriteAsync(
                (connection, transaction) =>
                {
                    List<PostTransition> moved = [.. part
                        .Where(post => isWithdrawn.Contains(post) && Withdraw(connection, transaction, post, at))
                        .Select(post => new PostTransition(post, PostState.Planned, To: null, "laid anew"))];
                    moved.AddRange(part
                        .Where(post => isAdded.Contains(post) && OutboxRows.Insert(connection, transaction, rows[post]))
                        .Select(post => new PostTransition(post, From: null, Names.StateOf(rows[post].State), rows[post].MovedEn ?? rows[post].ReasonEn)));
                    return moved;
                },
                cancellationToken).ConfigureAwait(false);
            _logger.Moved(moved);
        }
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
        SELECT p.post_id, CASE WHEN p.kind = 'reply' THEN NULL ELSE p.group_id END AS group_id, p.owner_id, p.adapter, p.address, p.due_at, p.planned_at, p.sent_at, p.state, p.prepared, p.local_at, p.reason_code, p.moved_zh, p.moved_en,
            CASE WHEN {Open} THEN 1 ELSE 0 END AS open,
            (SELECT COUNT(*) FROM messages m WHERE m.post_id = p.post_id) AS messages,
            (SELECT COUNT(*) FROM messages m WHERE m.post_id = p.post_id AND m.kind IN ('image', 'captioned')) AS images
        FROM posts p WHERE {condition} ORDER BY p.planned_at, p.post_id
        """,
        moments);
}
