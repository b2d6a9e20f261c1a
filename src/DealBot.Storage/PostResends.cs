using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PostResends(SqliteDatabase database, ILogger<PostResends>? logger = null) : IPostResends
{
    private const string Columns = "SELECT post_id, group_id, owner_id, adapter, address, planned_at, state, reason_zh, reason_en, resends FROM posts";

    private readonly ILogger _logger = logger ?? NullLogger<PostResends>.Instance;

    public Task<IReadOnlyList<ResendablePost>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ResendablePost>>(
        connection => [.. connection
            .Query<Row>(
                $"{Columns} WHERE planned_at >= @since AND state IN ('unknown', 'failed', 'skipped') AND prepared = 1 AND kind <> 'reply' ORDER BY planned_at, post_id",
                new { since = since.ToUnixTimeMilliseconds() })
            .Select(row => row.ToPost(Unsent(connection, row.PostId)))
            .Where(post => post.CanBeResent)],
        cancellationToken);

    public Task<ResendablePost?> FindAsync(string postId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>($"{Columns} WHERE post_id = @postId", new { postId })?.ToPost(Unsent(connection, postId)),
        cancellationToken);

    public async Task<bool> ResendAsync(ResendablePost post, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var keys = new { post.PostId, from = Names.Of(post.State), post.Resends, now = now.ToUnixTimeMilliseconds(), expires = expiresAt.ToUnixTimeMilliseconds() };
        var done = await database.WriteAsync(
            (connection, transaction) =>
            {
                // The state and the count as they were read: of two calls at once, one finds them changed.
                var planned = connection.Execute(
                    """
                    UPDATE posts SET state = 'planned', resends = resends + 1, reviewed = 0, lease = NULL, lease_until = NULL,
                        next_attempt_at = @now, expires_at = @expires, reason_code = NULL, reason_zh = NULL, reason_en = NULL
                    WHERE post_id = @PostId AND state = @from AND resends = @Resends AND prepared = 1 AND state IN ('unknown', 'failed', 'skipped')
                      AND EXISTS (SELECT 1 FROM messages m WHERE m.post_id = @PostId AND m.state NOT IN ('sent', 'awaiting'))
                    """,
                    keys,
                    transaction) == 1;
                if (planned)
                {
                    connection.Execute("UPDATE messages SET state = 'planned', attempts = 0 WHERE post_id = @PostId AND state IN ('unknown', 'failed')", keys, transaction);
                }

                return planned;
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(done ? [new PostTransition(post.PostId, post.State, PostState.Planned, "resent by the owner")] : []);
        return done;
    }

    private static IReadOnlyList<StoredMessage> Unsent(IDbConnection connection, string postId) => [.. connection
        .Query<(string Kind, string? Text, string? File, string? Description, string? Url, string? Detail)>(
            "SELECT kind, text, file, description, url, detail FROM messages WHERE post_id = @postId AND state NOT IN ('sent', 'awaiting') ORDER BY idx", new { postId })
        .Select(row => new StoredMessage(row.Kind, row.Text, row.File, row.Description, row.Url, row.Detail))];

    private sealed record Row
    {
        public string PostId { get; init; } = "";

        public string? GroupId { get; init; }

        public string OwnerId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public long PlannedAt { get; init; }

        public string State { get; init; } = "";

        public string? ReasonZh { get; init; }

        public string? ReasonEn { get; init; }

        public long Resends { get; init; }

        public ResendablePost ToPost(IReadOnlyList<StoredMessage> unsent) => new()
        {
            PostId = PostId,
            GroupId = GroupId,
            OwnerId = OwnerId,
            Adapter = Adapter,
            Address = Address,
            PlannedAt = Moments.From(PlannedAt),
            State = Names.StateOf(State),
            Reason = ReasonZh is null ? null : new Phrase(ReasonZh, ReasonEn ?? ReasonZh),
            Resends = Resends,
            Unsent = unsent,
        };
    }
}
