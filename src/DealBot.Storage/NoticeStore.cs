using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Notices;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class NoticeStore(SqliteDatabase database) : INoticeStore
{
    private const string Columns = "kind, subject, text_zh, text_en, first_at, last_at, count, post_id";

    public Task KeepAsync(string ownerId, Notice notice, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            """
            INSERT INTO notices (owner_id, kind, subject, text_zh, text_en, first_at, last_at, count)
            VALUES (@ownerId, @Kind, @Subject, @Zh, @En, @at, @at, 1)
            ON CONFLICT (owner_id, kind, subject) WHERE post_id IS NULL DO UPDATE SET
                text_zh = excluded.text_zh, text_en = excluded.text_en, last_at = excluded.last_at, count = notices.count + 1
            """,
            new { ownerId, notice.Kind, notice.Subject, notice.Text.Zh, notice.Text.En, at = at.ToUnixTimeMilliseconds() },
            transaction),
        cancellationToken);

    public Task<IReadOnlyList<(string OwnerId, DateTimeOffset? LastTold)>> WaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(string, DateTimeOffset?)>>(
            connection => [.. connection
                .Query<(string OwnerId, long? LastTold)>(
                    """
                    SELECT owner_id, MAX(told_at) FROM notices
                    GROUP BY owner_id HAVING SUM(CASE WHEN told_at IS NULL THEN 1 ELSE 0 END) > 0 ORDER BY owner_id
                    """)
                .Select(row => (row.OwnerId, row.LastTold is { } last ? Moments.From(last) : (DateTimeOffset?)null))],
            cancellationToken);

    public Task<IReadOnlyList<KeptNotice>> ClaimAsync(string ownerId, string postId, int max, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            var claimed = Claimed(connection, transaction, ownerId);
            if (claimed.Count > 0)
            {
                return claimed;
            }

            var keys = connection.Query<(string Kind, string Subject)>(
                "SELECT kind, subject FROM notices WHERE owner_id = @ownerId AND post_id IS NULL ORDER BY first_at, kind, subject LIMIT @max",
                new { ownerId, max },
                transaction).ToList();
            foreach (var (kind, subject) in keys)
            {
                connection.Execute(
                    "UPDATE notices SET post_id = @postId WHERE owner_id = @ownerId AND kind = @kind AND subject = @subject AND post_id IS NULL",
                    new { postId, ownerId, kind, subject },
                    transaction);
            }

            return Claimed(connection, transaction, ownerId);
        },
        cancellationToken);

    public Task ToldAsync(string postId, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            "UPDATE notices SET told_at = @at WHERE post_id = @postId AND told_at IS NULL", new { postId, at = at.ToUnixTimeMilliseconds() }, transaction),
        cancellationToken);

    public Task<IReadOnlyList<KeptNotice>> ListAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<KeptNotice>>(
            connection => [.. connection
                .Query<Row>(
                    $"SELECT {Columns} FROM notices WHERE owner_id = @ownerId AND last_at >= @from AND last_at < @until ORDER BY first_at, kind, subject",
                    new { ownerId, from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })
                .Select(row => row.ToNotice())],
            cancellationToken);

    private static IReadOnlyList<KeptNotice> Claimed(IDbConnection connection, IDbTransaction transaction, string ownerId) => [.. connection
        .Query<Row>(
            $"SELECT {Columns} FROM notices WHERE owner_id = @ownerId AND post_id IS NOT NULL AND told_at IS NULL ORDER BY first_at, kind, subject",
            new { ownerId },
            transaction)
        .Select(row => row.ToNotice())];

    private sealed record Row
    {
        public string Kind { get; init; } = "";

        public string Subject { get; init; } = "";

        public string TextZh { get; init; } = "";

        public string TextEn { get; init; } = "";

        public long FirstAt { get; init; }

        public long LastAt { get; init; }

        public long Count { get; init; }

        public string? PostId { get; init; }

        public KeptNotice ToNotice() => new(Kind, Subject, new Phrase(TextZh, TextEn), Moments.From(FirstAt), Moments.From(LastAt), Count, PostId);
    }
}
