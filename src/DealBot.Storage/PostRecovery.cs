using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PostRecovery(SqliteDatabase database, ILogger<PostRecovery>? logger = null) : IPostRecovery
{
    private static readonly Phrase NotThere = new("平台上没有这条消息", "the message is not in the chat");

    private readonly ILogger _logger = logger ?? NullLogger<PostRecovery>.Instance;

    public async Task EndLeasesAsync(CancellationToken cancellationToken)
    {
        var moved = new List<PostTransition>();
        await database.WriteAsync(
            (connection, transaction) =>
            {
                OutboxLease.End(connection, transaction, long.MaxValue, moved);
                return moved.Count;
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(moved);
        if (moved.Count > 0)
        {
            _logger.LeasesEnded(moved.Count(post => post.To == PostState.Planned), moved.Count(post => post.To == PostState.Unknown));
        }
    }

    public Task<IReadOnlyList<UnknownPost>> UnknownAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<UnknownPost>>(
        connection => [.. connection
            .Query<Row>(
                """
                SELECT p.post_id, p.group_id, p.owner_id, p.adapter, p.address, p.planned_at, p.reason_zh, p.reason_en,
                    m.idx, m.kind, m.text, m.file, m.description, m.url, m.detail,
                    (SELECT t.text FROM messages t WHERE t.post_id = p.post_id AND t.text IS NOT NULL ORDER BY t.idx LIMIT 1) AS words
                FROM posts p JOIN messages m ON m.post_id = p.post_id AND m.state = 'unknown'
                WHERE p.state = 'unknown' AND p.reviewed = 0 ORDER BY p.planned_at, p.post_id
                """)
            .Select(row => row.ToPost())],
        cancellationToken);

    public async Task<bool> SettleAsync(UnknownPost post, DeliveryProof proof, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = new MessageKey(post.PostId, post.Index, From: "unknown");
        var moved = await database.WriteAsync(
            (connection, transaction) => proof switch
            {
                DeliveryProof.Delivered delivered => OutboxRecord.Sent(connection, transaction, message, delivered.PlatformMessageId, now.ToUnixTimeMilliseconds()),
                DeliveryProof.NotDelivered => OutboxRecord.TryAgain(connection, transaction, message, new MessageOutcome.TryAgain(now, NotThere)),
                _ => null,
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(moved is null ? [] : [moved]);
        return moved is not null;
    }

    public Task ReviewedAsync(string postId, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute("UPDATE posts SET reviewed = 1 WHERE post_id = @postId AND state = 'unknown'", new { postId }, transaction),
        cancellationToken);

    private sealed record Row
    {
        public string PostId { get; init; } = "";

        public string? GroupId { get; init; }

        public string OwnerId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public long PlannedAt { get; init; }

        public string? ReasonZh { get; init; }

        public string? ReasonEn { get; init; }

        public long Idx { get; init; }

        public string Kind { get; init; } = "";

        public string? Text { get; init; }

        public string? File { get; init; }

        public string? Description { get; init; }

        public string? Url { get; init; }

        public string? Detail { get; init; }

        public string? Words { get; init; }

        public UnknownPost ToPost() => new(
            PostId, GroupId, OwnerId, Adapter, Address, Moments.From(PlannedAt), (int)Idx, new StoredMessage(Kind, Text, File, Description, Url, Detail), Words, new Phrase(ReasonZh ?? "", ReasonEn ?? ""));
    }
}
