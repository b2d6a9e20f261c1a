using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>Writes what became of a message, and what follows for its post.</summary>
internal static class OutboxRecord
{
    public static int Write(IDbConnection connection, IDbTransaction transaction, LeasedPost post, int index, MessageOutcome outcome, long now)
    {
        switch (outcome)
        {
            case MessageOutcome.Sent sent:
                SetMessage(connection, transaction, post, index, "sent", sent.PlatformMessageId);
                return EndIfComplete(connection, transaction, post, now);
            case MessageOutcome.TryAgain again:
                SetMessage(connection, transaction, post, index, "planned", null);
                if (!again.Counts)
                {
                    connection.Execute("UPDATE messages SET attempts = attempts - 1 WHERE post_id = @PostId AND idx = @index", new { post.PostId, index }, transaction);
                }

                return connection.Execute(
                    "UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL, next_attempt_at = @at WHERE post_id = @PostId",
                    new { post.PostId, at = again.At.ToUnixTimeMilliseconds() },
                    transaction);
            case MessageOutcome.Failed failed:
                SetMessage(connection, transaction, post, index, "failed", null);
                return EndPost(connection, transaction, post, "failed", failed.Reason);
            case MessageOutcome.Unknown unknown:
                SetMessage(connection, transaction, post, index, "unknown", null);
                return EndPost(connection, transaction, post, "unknown", unknown.Reason);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not a known outcome");
        }
    }

    private static void SetMessage(IDbConnection connection, IDbTransaction transaction, LeasedPost post, int index, string state, string? platformId) =>
        connection.Execute(
            "UPDATE messages SET state = @state, platform_id = @platformId WHERE post_id = @PostId AND idx = @index",
            new { post.PostId, index, state, platformId },
            transaction);

    private static int EndPost(IDbConnection connection, IDbTransaction transaction, LeasedPost post, string state, Phrase reason) => connection.Execute(
        """
        UPDATE posts SET state = @state, reason_code = @state, reason_zh = @Zh, reason_en = @En, lease = NULL, lease_until = NULL
        WHERE post_id = @PostId
        """,
        new { post.PostId, state, reason.Zh, reason.En },
        transaction);

    private static int EndIfComplete(IDbConnection connection, IDbTransaction transaction, LeasedPost post, long now)
    {
        var complete = connection.Execute(
            """
            UPDATE posts SET state = 'sent', sent_at = @now, lease = NULL, lease_until = NULL
            WHERE post_id = @PostId AND NOT EXISTS (SELECT 1 FROM messages WHERE post_id = @PostId AND state <> 'sent')
            """,
            new { post.PostId, now },
            transaction);
        if (complete == 0)
        {
            return connection.Execute("UPDATE posts SET state = 'leased' WHERE post_id = @PostId AND state = 'sending'", new { post.PostId }, transaction);
        }

        return connection.Execute(
            """
            INSERT INTO metrics_hourly (group_id, hour, posts) SELECT group_id, @hour, 1 FROM posts WHERE post_id = @PostId AND group_id IS NOT NULL
            ON CONFLICT (group_id, hour) DO UPDATE SET posts = metrics_hourly.posts + 1
            """,
            new { post.PostId, hour = Moments.HourOf(now) },
            transaction);
    }
}
