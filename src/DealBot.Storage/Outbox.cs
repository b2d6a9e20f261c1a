using Dapper;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class Outbox(SqliteDatabase database, ILogger<Outbox>? logger = null) : IOutbox
{
    /// <summary>A lease lasts at least this long from the moment a message is handed over: longer than any adapter waits for an answer.</summary>
    private static readonly TimeSpan WhileSending = TimeSpan.FromMinutes(2);

    private readonly ILogger _logger = logger ?? NullLogger<Outbox>.Instance;

    public async Task<bool> PlanAsync(PlannedPost post, CancellationToken cancellationToken)
    {
        var from = await database.WriteAsync(
            (connection, transaction) =>
            {
                var row = PostRow.Of(post);
                var laid = OutboxRows.Fill(connection, transaction, row);
                if (!laid && !OutboxRows.Insert(connection, transaction, row))
                {
                    return (Done: false, Laid: false);
                }

                for (var index = 0; index < post.Messages.Count; index++)
                {
                    OutboxRows.Insert(connection, transaction, post.PostId, index, post.Messages[index]);
                }

                foreach (var deal in post.Deals)
                {
                    OutboxRows.Insert(connection, transaction, post, deal);
                }

                foreach (var deal in post.HeldBack)
                {
                    OutboxRows.Insert(connection, transaction, deal);
                }

                return (Done: true, Laid: laid);
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(from.Done ? [new PostTransition(post.PostId, PostState.Planned, PostState.Planned)] : []);
        return from.Done;
    }

    public async Task<bool> SkipAsync(SkippedPost post, CancellationToken cancellationToken)
    {
        var row = PostRow.Of(post);
        var done = await database.WriteAsync(
            (connection, transaction) =>
            {
                if (!OutboxRows.Fill(connection, transaction, row) && !OutboxRows.Insert(connection, transaction, row))
                {
                    return false;
                }

                foreach (var deal in post.HeldBack)
                {
                    OutboxRows.Insert(connection, transaction, deal);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(done ? [new PostTransition(row.PostId, PostState.Planned, PostState.Skipped, row.ReasonEn)] : []);
        return done;
    }

    public Task<bool> ExistsAsync(string postId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM posts WHERE post_id = @postId", new { postId }) > 0,
        cancellationToken);

    public async Task<IReadOnlyList<LeasedPost>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int max, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var open = await database.ReadAsync(
            connection => connection.ExecuteScalar<long>(
                "SELECT COUNT(*) FROM posts WHERE state IN ('planned', 'leased', 'sending') AND next_attempt_at <= @at AND prepared = 1",
                new { at }),
            cancellationToken).ConfigureAwait(false);
        if (open == 0)
        {
            return [];
        }

        var moved = new List<PostTransition>();
        var leased = await database.WriteAsync(
            (connection, transaction) => OutboxLease.Take(connection, transaction, at, lease, max, moved), cancellationToken).ConfigureAwait(false);
        _logger.Moved(moved);
        return leased;
    }

    public async Task<bool> BeginSendAsync(LeasedPost post, int index, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var keys = new { post.PostId, post.Lease, post.Adapter, post.Address, post.Account, index, at, least = at + (long)WhileSending.TotalMilliseconds };
        var begun = await database.WriteAsync(
            (connection, transaction) =>
            {
                var message = connection.Execute(
                    """
                    UPDATE messages SET state = 'sending', attempts = attempts + 1
                    WHERE post_id = @PostId AND idx = @index AND state = 'planned' AND EXISTS
                        (SELECT 1 FROM posts WHERE post_id = @PostId AND lease = @Lease AND state = 'leased' AND lease_until > @at)
                    """,
                    keys,
                    transaction);
                if (message == 0)
                {
                    return false;
                }

                connection.Execute(
                    """
                    UPDATE posts SET state = 'sending', lease_until = CASE WHEN lease_until < @least THEN @least ELSE lease_until END
                    WHERE post_id = @PostId AND lease = @Lease AND state = 'leased'
                    """,
                    keys,
                    transaction);
                connection.Execute("INSERT INTO attempts (adapter, address, account, at, post_id, idx) VALUES (@Adapter, @Address, @Account, @at, @PostId, @index)", keys, transaction);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(begun ? [new PostTransition(post.PostId, PostState.Leased, PostState.Sending)] : []);
        return begun;
    }

    public async Task RecordAsync(LeasedPost post, int index, MessageOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = await database.WriteAsync(
            (connection, transaction) => OutboxRecord.Write(connection, transaction, post, index, outcome, now.ToUnixTimeMilliseconds()),
            cancellationToken).ConfigureAwait(false);
        if (moved is null)
        {
            _logger.AnswerIgnored(post.PostId, index);
        }
        else
        {
            _logger.Moved([moved]);
        }
    }

    public async Task ReleaseAsync(LeasedPost post, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var released = await database.WriteAsync(
            (connection, transaction) => connection.Execute(
                """
                UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL, next_attempt_at = CASE WHEN @at < expires_at THEN @at ELSE expires_at END
                WHERE post_id = @PostId AND lease = @Lease AND state = 'leased'
                """,
                new { post.PostId, post.Lease, at = notBefore.ToUnixTimeMilliseconds() },
                transaction),
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(released == 1 ? [new PostTransition(post.PostId, PostState.Leased, PostState.Planned, "released")] : []);
    }

    public async Task WithdrawAsync(LeasedPost post, SkipReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = await database.WriteAsync(
            (connection, transaction) => OutboxWithdrawal.Write(connection, transaction, post, reason, now.ToUnixTimeMilliseconds()),
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(moved is null ? [] : [moved]);
    }

    public Task<IReadOnlyList<DateTimeOffset?>> NthLastAttemptsAsync(
        AccountKey account, string address, IReadOnlyList<QuotaWindow> windows, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DateTimeOffset?>>(
            connection => [.. windows.Select(window => connection.ExecuteScalar<long?>(
                NthLast(window),
                new { account.Adapter, account = account.Name, address, now = now.ToUnixTimeMilliseconds(), since = (now - window.Reach).ToUnixTimeMilliseconds(), skip = window.Most - 1 }) is { } at ? Moments.From(at) : (DateTimeOffset?)null)],
            cancellationToken);

    public Task<int> CountAttemptsAsync(AccountKey account, DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalar<int>(
            "SELECT COUNT(*) FROM attempts WHERE adapter = @Adapter AND account = @Name AND at >= @since",
            new { account.Adapter, account.Name, since = since.ToUnixTimeMilliseconds() }),
        cancellationToken);

    /// <summary>
    /// What a clock that ran ahead has written must not hold back an account until that moment comes again: hence "at &lt;= @now". Older ones than count
    /// are not read: where few pictures are sent, one would look through everything ever sent for the n-th last of them.
    /// </summary>
    private static string NthLast(QuotaWindow window) =>
        $"""
        SELECT at FROM attempts WHERE adapter = @Adapter AND {(window.OfAddress ? "address = @address" : "account = @account")} AND at <= @now AND at >= @since
        {(window.ImagesOnly ? "AND EXISTS (SELECT 1 FROM messages m WHERE m.post_id = attempts.post_id AND m.idx = attempts.idx AND m.kind IN ('image', 'captioned'))" : "")}
        ORDER BY at DESC LIMIT 1 OFFSET @skip
        """;
}
