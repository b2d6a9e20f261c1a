using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>Takes up due posts, having put right those that a crash left behind.</summary>
internal static class OutboxLease
{
    private const string UnknownZh = "发送途中服务中断，不知道是否已送达，不会自动重发";
    private const string UnknownEn = "the service ended while sending; it may have arrived and is not repeated";

    private const string OfStopped = "FROM accounts a WHERE a.adapter = posts.adapter AND a.address = posts.address AND a.state IN ('open', 'half_open')";

    /// <summary>An account with many posts due must not keep those of others waiting: its next ones are taken up with the next lease.</summary>
    private const int MostOfAnAccount = 8;

    public static IReadOnlyList<LeasedPost> Take(IDbConnection connection, IDbTransaction transaction, long now, TimeSpan lease, int max)
    {
        EndLeases(connection, transaction, now);
        EndStale(connection, transaction, now);
        var due = connection.Query<DueRow>(
            $"""
            SELECT post_id, adapter, address FROM (
                SELECT p.post_id, p.adapter, p.address, p.due_at, ROW_NUMBER() OVER (PARTITION BY p.adapter, p.address ORDER BY p.due_at, p.post_id) AS place
                FROM posts p
                WHERE p.state = 'planned' AND p.next_attempt_at <= @now
                  AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.adapter = p.adapter AND a.address = p.address AND {AccountStore.Waits})) AS due
            WHERE place <= {MostOfAnAccount} ORDER BY due_at, post_id LIMIT @max
            """,
            new { now, clock = AccountStore.Clock(Moments.From(now)), max },
            transaction).ToList();
        return [.. due.Select(row => Take(connection, transaction, row, now + (long)lease.TotalMilliseconds))];
    }

    private static LeasedPost Take(IDbConnection connection, IDbTransaction transaction, DueRow row, long until)
    {
        var lease = Guid.NewGuid().ToString("N");
        connection.Execute(
            "UPDATE posts SET state = 'leased', lease = @lease, lease_until = @until WHERE post_id = @PostId",
            new { row.PostId, lease, until },
            transaction);
        var messages = connection.Query<MessageRow>(
            "SELECT idx, attempts, kind, text, file, description, url FROM messages WHERE post_id = @PostId AND state = 'planned' ORDER BY idx",
            new { row.PostId },
            transaction);
        return new LeasedPost(row.PostId, lease, row.Adapter, row.Address, [.. messages.Select(message => new LeasedMessage(
            (int)message.Idx,
            (int)message.Attempts,
            new StoredMessage(message.Kind, message.Text, message.File, message.Description, message.Url)))]);
    }

    private static void EndLeases(IDbConnection connection, IDbTransaction transaction, long now)
    {
        connection.Execute(
            """
            UPDATE messages SET state = 'unknown'
            WHERE state = 'sending' AND post_id IN (SELECT post_id FROM posts WHERE state = 'sending' AND lease_until <= @now)
            """,
            new { now },
            transaction);
        connection.Execute(
            """
            UPDATE posts SET state = 'unknown', reason_code = 'interrupted', reason_zh = @UnknownZh, reason_en = @UnknownEn, lease = NULL, lease_until = NULL
            WHERE state = 'sending' AND lease_until <= @now
              AND EXISTS (SELECT 1 FROM messages WHERE messages.post_id = posts.post_id AND messages.state = 'unknown')
            """,
            new { now, UnknownZh, UnknownEn },
            transaction);
        connection.Execute(
            "UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL WHERE state IN ('leased', 'sending') AND lease_until <= @now",
            new { now },
            transaction);
    }

    private static void EndStale(IDbConnection connection, IDbTransaction transaction, long now)
    {
        var (stale, blocked) = (SkipReason.Stale, SkipReason.AccountBlocked(new Phrase("", "")));
        connection.Execute(
            $"""
            UPDATE posts
            SET state = CASE WHEN EXISTS (SELECT 1 FROM messages WHERE messages.post_id = posts.post_id AND messages.state = 'sent')
                    THEN 'failed' ELSE 'skipped' END,
                reason_code = COALESCE((SELECT @Blocked {OfStopped}), @Code),
                reason_zh = COALESCE((SELECT @BlockedZh || a.reason_zh {OfStopped}), @Zh),
                reason_en = COALESCE((SELECT @BlockedEn || a.reason_en {OfStopped}), @En)
            WHERE state = 'planned' AND expires_at <= @now AND next_attempt_at <= @now
            """,
            new { now, stale.Code, stale.Text.Zh, stale.Text.En, Blocked = blocked.Code, BlockedZh = blocked.Text.Zh, BlockedEn = blocked.Text.En },
            transaction);
    }

    private sealed record DueRow
    {
        public string PostId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";
    }

    private sealed record MessageRow
    {
        public long Idx { get; init; }

        public long Attempts { get; init; }

        public string Kind { get; init; } = "";

        public string? Text { get; init; }

        public string? File { get; init; }

        public string? Description { get; init; }

        public string? Url { get; init; }
    }
}
