using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>Writes what became of a message, and what follows for its post.</summary>
internal static class OutboxRecord
{
    /// <summary>States of messages that decide the state of their post, before that all are sent.</summary>
    private static readonly string[] Gravest = ["unknown", "awaiting", "failed"];

    /// <summary>Writes the outcome if the post is still this lease's: being sent, or unknown and untouched since.</summary>
    /// <returns>How the post moved; null if it is another's by now and nothing was written.</returns>
    public static PostTransition? Write(IDbConnection connection, IDbTransaction transaction, LeasedPost post, int index, MessageOutcome outcome, long now)
    {
        var state = connection.QuerySingleOrDefault<string>(
            "SELECT state FROM posts WHERE post_id = @PostId AND lease = @Lease AND state IN ('leased', 'sending', 'unknown')",
            new { post.PostId, post.Lease },
            transaction);
        if (state is null || (state, outcome) is ("leased", not MessageOutcome.Failed) or ("unknown", MessageOutcome.Unknown))
        {
            return null;
        }

        var message = new MessageKey(post.PostId, index, From: state == "leased" ? "planned" : state);
        return outcome switch
        {
            MessageOutcome.Sent sent => Sent(connection, transaction, message, sent.PlatformMessageId, now),
            MessageOutcome.Awaiting awaiting => Awaiting(connection, transaction, message, awaiting, now),
            MessageOutcome.TryAgain again => TryAgain(connection, transaction, message, again),
            MessageOutcome.Failed failed => End(connection, transaction, message, state, "failed", failed.Reason),
            MessageOutcome.Unknown unknown => End(connection, transaction, message, state, "unknown", unknown.Reason),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not a known outcome"),
        };
    }

    /// <summary>A message that was being sent, or is unknown, has arrived.</summary>
    public static PostTransition? Sent(IDbConnection connection, IDbTransaction transaction, MessageKey message, string? platformId, long now) =>
        Set(connection, transaction, message, "sent", platformId) ? GoOnOrClose(connection, transaction, message, now, reason: null) : null;

    /// <summary>A message that was being sent, or is unknown, is a task that a person has to confirm.</summary>
    private static PostTransition? Awaiting(IDbConnection connection, IDbTransaction transaction, MessageKey message, MessageOutcome.Awaiting awaiting, long now)
    {
        if (!Set(connection, transaction, message, "awaiting", awaiting.TaskId))
        {
            return null;
        }

        connection.Execute(
            "UPDATE messages SET awaiting_since = @now WHERE post_id = @PostId AND idx = @Index", new { message.PostId, message.Index, now }, transaction);
        return GoOnOrClose(connection, transaction, message, now, awaiting.Reason);
    }

    private static PostTransition? GoOnOrClose(IDbConnection connection, IDbTransaction transaction, MessageKey message, long now, Phrase? reason) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM messages WHERE post_id = @PostId AND state = 'planned'", message, transaction) > 0
            ? GoOn(connection, transaction, message, now)
            : Close(connection, transaction, message.PostId, message.From, now, reason);

    /// <summary>
    /// Brings a post to the state that its messages make up, if it is in the state named and none of them is to be sent: unknown if one is,
    /// else awaiting while one is, else failed if one has, else sent.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="postId">The post.</param>
    /// <param name="from">The state it must be in.</param>
    /// <param name="at">When it was sent, if it is.</param>
    /// <param name="reason">What is to be said of it; null to keep what was said, or nothing if it is sent.</param>
    /// <returns>How the post moved; null if it did not.</returns>
    public static PostTransition? Close(IDbConnection connection, IDbTransaction transaction, string postId, string from, long at, Phrase? reason)
    {
        var states = connection.Query<string>("SELECT DISTINCT state FROM messages WHERE post_id = @postId", new { postId }, transaction).ToHashSet();
        if (states.Contains("planned") || states.Contains("sending"))
        {
            return null;
        }

        var to = Gravest.FirstOrDefault(states.Contains, "sent");
        var moved = connection.Execute(
            """
            UPDATE posts SET state = @to, lease = NULL, lease_until = NULL, sent_at = CASE WHEN @to = 'sent' THEN @at ELSE sent_at END,
                reviewed = CASE WHEN @to = @from THEN reviewed WHEN @to = 'sent' THEN reviewed ELSE 0 END,
                reason_code = CASE WHEN @to = 'sent' THEN NULL ELSE @to END,
                reason_zh = CASE WHEN @to = 'sent' THEN NULL ELSE COALESCE(@Zh, reason_zh) END,
                reason_en = CASE WHEN @to = 'sent' THEN NULL ELSE COALESCE(@En, reason_en) END
            WHERE post_id = @postId AND state = @from
            """,
            new { postId, from, to, at, reason?.Zh, reason?.En },
            transaction) == 1;
        if (moved && to == "sent")
        {
            Count(connection, transaction, postId, at);
        }

        return moved && to != from ? new PostTransition(postId, Names.StateOf(from), Names.StateOf(to), to == "sent" ? null : reason?.En) : null;
    }

    private static void Count(IDbConnection connection, IDbTransaction transaction, string postId, long at) => connection.Execute(
        """
        INSERT INTO metrics_hourly (group_id, hour, posts) SELECT group_id, @hour, 1 FROM posts WHERE post_id = @postId AND group_id IS NOT NULL AND kind <> 'reply'
        ON CONFLICT (group_id, hour) DO UPDATE SET posts = metrics_hourly.posts + 1
        """,
        new { postId, hour = Moments.HourOf(at) },
        transaction);

    /// <summary>A message that was being sent, or is unknown, has certainly not arrived and is to be tried again.</summary>
    public static PostTransition? TryAgain(IDbConnection connection, IDbTransaction transaction, MessageKey message, MessageOutcome.TryAgain again)
    {
        if (!Set(connection, transaction, message, "planned", null))
        {
            return null;
        }

        if (!again.Counts)
        {
            connection.Execute("UPDATE messages SET attempts = attempts - 1 WHERE post_id = @PostId AND idx = @Index", message, transaction);
        }

        connection.Execute(
            """
            UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL, next_attempt_at = CASE WHEN @at < expires_at THEN @at ELSE expires_at END,
                reason_code = NULL, reason_zh = NULL, reason_en = NULL
            WHERE post_id = @PostId AND state = @From
            """,
            new { message.PostId, message.From, at = again.At.ToUnixTimeMilliseconds() },
            transaction);
        return new PostTransition(message.PostId, Names.StateOf(message.From), PostState.Planned, again.Reason.En);
    }

    /// <summary>The next message may follow: under the lease if it is still held, else as a post that is planned.</summary>
    private static PostTransition GoOn(IDbConnection connection, IDbTransaction transaction, MessageKey message, long now)
    {
        connection.Execute("UPDATE posts SET state = 'leased' WHERE post_id = @PostId AND state = 'sending'", message, transaction);
        var planned = connection.Execute(
            """
            UPDATE posts SET state = 'planned', lease = NULL, next_attempt_at = @now, reason_code = NULL, reason_zh = NULL, reason_en = NULL
            WHERE post_id = @PostId AND state = 'unknown'
            """,
            new { message.PostId, now },
            transaction) == 1;
        return new PostTransition(message.PostId, Names.StateOf(message.From), planned ? PostState.Planned : PostState.Leased, $"message {message.Index} taken");
    }

    private static PostTransition? End(IDbConnection connection, IDbTransaction transaction, MessageKey message, string from, string to, Phrase reason)
    {
        if (!Set(connection, transaction, message, to, null))
        {
            return null;
        }

        // An unknown post keeps the name of its lease: only a late answer of that lease may still settle it.
        connection.Execute(
            """
            UPDATE posts SET state = @to, reviewed = 0, reason_code = @to, reason_zh = @Zh, reason_en = @En, lease_until = NULL,
                lease = CASE WHEN @to = 'unknown' THEN lease ELSE NULL END
            WHERE post_id = @PostId AND state = @from
            """,
            new { message.PostId, from, to, reason.Zh, reason.En },
            transaction);
        return new PostTransition(message.PostId, Names.StateOf(from), Names.StateOf(to), reason.En);
    }

    private static bool Set(IDbConnection connection, IDbTransaction transaction, MessageKey message, string to, string? platformId) => connection.Execute(
        "UPDATE messages SET state = @to, platform_id = @platformId WHERE post_id = @PostId AND idx = @Index AND state = @From",
        new { message.PostId, message.Index, message.From, to, platformId },
        transaction) == 1;
}
