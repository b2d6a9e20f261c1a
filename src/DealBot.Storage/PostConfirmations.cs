using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PostConfirmations(SqliteDatabase database, ILogger<PostConfirmations>? logger = null) : IPostConfirmations
{
    private readonly ILogger _logger = logger ?? NullLogger<PostConfirmations>.Instance;

    public Task<IReadOnlyList<AwaitingMessage>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<AwaitingMessage>>(
        connection => [.. connection
            .Query<Row>(
                """
                SELECT m.post_id, m.idx, m.platform_id, m.awaiting_since, p.owner_id, p.adapter, p.address, p.reason_zh, p.reason_en, p.state, p.reviewed
                FROM messages m JOIN posts p ON p.post_id = m.post_id
                WHERE m.state = 'awaiting' ORDER BY m.awaiting_since, m.post_id, m.idx
                """)
            .Select(row => row.ToMessage())],
        cancellationToken);

    public Task ToldAsync(IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute("UPDATE posts SET reviewed = 1 WHERE post_id IN @postIds AND state = 'awaiting'", new { postIds }, transaction),
        cancellationToken);

    public Task<bool> ConfirmAsync(AwaitingMessage message, DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        SettleAsync(message, "sent", reason: null, sentAt, cancellationToken);

    public Task<bool> EndAsync(AwaitingMessage message, Phrase reason, CancellationToken cancellationToken) =>
        SettleAsync(message, "failed", reason, message.Since, cancellationToken);

    public Task<bool> LoseAsync(AwaitingMessage message, Phrase reason, CancellationToken cancellationToken) =>
        SettleAsync(message, "unknown", reason, message.Since, cancellationToken);

    /// <summary>Ends the wait of a message, and of its post if that waits for nothing else; a post that has messages to send yet goes on as it does.</summary>
    private async Task<bool> SettleAsync(AwaitingMessage message, string to, Phrase? reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (settled, moved) = await database.WriteAsync(
            (connection, transaction) =>
            {
                var keys = new { message.PostId, message.Index, to };
                var isSettled = connection.Execute(
                    "UPDATE messages SET state = @to WHERE post_id = @PostId AND idx = @Index AND state = 'awaiting'", keys, transaction) == 1;
                return (isSettled, isSettled ? OutboxRecord.Close(connection, transaction, message.PostId, "awaiting", at.ToUnixTimeMilliseconds(), reason) : null);
            },
            cancellationToken).ConfigureAwait(false);
        _logger.Moved(moved is null ? [] : [moved]);
        return settled;
    }

    private sealed record Row
    {
        public string PostId { get; init; } = "";

        public long Idx { get; init; }

        public string? PlatformId { get; init; }

        public long AwaitingSince { get; init; }

        public string OwnerId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public string? ReasonZh { get; init; }

        public string? ReasonEn { get; init; }

        public string State { get; init; } = "";

        public long Reviewed { get; init; }

        public AwaitingMessage ToMessage() => new()
        {
            PostId = PostId,
            Index = (int)Idx,
            OwnerId = OwnerId,
            Adapter = Adapter,
            Address = Address,
            TaskId = PlatformId ?? "",
            Since = Moments.From(AwaitingSince),
            Reason = new Phrase(ReasonZh ?? "", ReasonEn ?? ""),

            // Of a post that still has messages to send the owner is told when those have followed.
            IsTold = Reviewed == 1 || State != "awaiting",
        };
    }
}
