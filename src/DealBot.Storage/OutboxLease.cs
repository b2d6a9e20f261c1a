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

    private const string OfStopped =
        $"FROM accounts a JOIN posts p ON a.adapter = p.adapter AND a.account = {AccountStore.OfPost} WHERE p.post_id = posts.post_id AND a.state IN ('open', 'half_open')";

    /// <summary>An account with many posts due must not keep those of others waiting: its next ones are taken up with the next lease.</summary>
    private const int MostOfAnAccount = 8;

    public static IReadOnlyList<LeasedPost> Take(
        IDbConnection connection, IDbTransaction transaction, long now, TimeSpan lease, int max, List<PostTransition> moved)
    {
        End(connection, transaction, now, moved);
        EndStale(connection, transaction, now, moved);
        var due = connection.Query<DueRow>(
            $"""
            SELECT post_id, adapter, address, account FROM (
                SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.adapter, o.account ORDER BY o.planned_at, o.post_id) AS place FROM (
                    SELECT p.post_id, p.adapter, p.address, p.planned_at, {AccountStore.OfPost} AS account FROM posts p
                    WHERE p.state = 'planned' AND p.prepared = 1 AND p.next_attempt_at <= @now AND NOT {IsPaused("p")}) AS o
                WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.adapter = o.adapter AND a.account = o.account AND {AccountStore.Waits})) AS due
            WHERE place <= {MostOfAnAccount} ORDER BY planned_at, post_id LIMIT @max
            """,
            new { now, clock = AccountStore.Clock(Moments.From(now)), max },
            transaction).ToList();
        moved.AddRange(due.Select(row => new PostTransition(row.PostId, PostState.Planned, PostState.Leased)));
        return [.. due.Select(row => Take(connection, transaction, row, now + (long)lease.TotalMilliseconds))];
    }

    /// <summary>
    /// Ends the leases that last until a moment at most: what was only taken up is planned again, what was being sent becomes unknown. The
    /// lease's name stays with an unknown post, so that a late answer of its holder can still settle it.
    /// </summary>
    public static void End(IDbConnection connection, IDbTransaction transaction, long until, List<PostTransition> moved)
    {
        connection.Execute(
            """
            UPDATE messages SET state = 'unknown'
            WHERE state = 'sending' AND post_id IN (SELECT post_id FROM posts WHERE state = 'sending' AND lease_until <= @until)
            """,
            new { until },
            transaction);
        var unknown = connection.Query<string>(
            """
            UPDATE posts SET state = 'unknown', reviewed = 0, reason_code = 'interrupted', reason_zh = @UnknownZh, reason_en = @UnknownEn, lease_until = NULL
            WHERE state = 'sending' AND lease_until <= @until RETURNING post_id
            """,
            new { until, UnknownZh, UnknownEn },
            transaction);
        moved.AddRange(unknown.Select(post => new PostTransition(post, PostState.Sending, PostState.Unknown, "interrupted")));
        var planned = connection.Query<string>(
            "UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL WHERE state = 'leased' AND lease_until <= @until RETURNING post_id",
            new { until },
            transaction);
        moved.AddRange(planned.Select(post => new PostTransition(post, PostState.Leased, PostState.Planned, "lease ended")));
    }

    private static LeasedPost Take(IDbConnection connection, IDbTransaction transaction, DueRow row, long until)
    {
        var lease = Guid.NewGuid().ToString("N");
        connection.Execute(
            "UPDATE posts SET state = 'leased', lease = @lease, lease_until = @until WHERE post_id = @PostId AND state = 'planned'",
            new { row.PostId, lease, until },
            transaction);
        var messages = connection.Query<MessageRow>(
            "SELECT idx, attempts, kind, text, file, description, url, detail FROM messages WHERE post_id = @PostId AND state = 'planned' ORDER BY idx",
            new { row.PostId },
            transaction);
        return new LeasedPost(row.PostId, lease, row.Adapter, row.Address, [.. messages.Select(message => new LeasedMessage(
            (int)message.Idx,
            (int)message.Attempts,
            new StoredMessage(message.Kind, message.Text, message.File, message.Description, message.Url, message.Detail)))])
        {
            Account = row.Account,
        };
    }

    private static void EndStale(IDbConnection connection, IDbTransaction transaction, long now, List<PostTransition> moved)
    {
        var (stale, paused, blocked) = (SkipReason.Stale, SkipReason.Paused, SkipReason.AccountBlocked(new Phrase("", "")));
        var ended = connection.Query<(string PostId, string State, string Reason)>(
            $"""
            UPDATE posts
            SET state = CASE WHEN EXISTS (SELECT 1 FROM messages WHERE messages.post_id = posts.post_id AND messages.state IN ('sent', 'awaiting'))
                    THEN 'failed' ELSE 'skipped' END,
                reason_code = COALESCE((SELECT @Blocked {OfStopped}), CASE WHEN {IsPaused("posts")} THEN @PausedCode ELSE @Code END),
                reason_zh = COALESCE((SELECT @BlockedZh || a.reason_zh {OfStopped}), CASE WHEN {IsPaused("posts")} THEN @PausedZh ELSE @Zh END),
                reason_en = COALESCE((SELECT @BlockedEn || a.reason_en {OfStopped}), CASE WHEN {IsPaused("posts")} THEN @PausedEn ELSE @En END)
            WHERE state = 'planned' AND prepared = 1 AND expires_at <= @now AND next_attempt_at <= @now
            RETURNING post_id, state, reason_code
            """,
            new
            {
                now,
                stale.Code,
                stale.Text.Zh,
                stale.Text.En,
                PausedCode = paused.Code,
                PausedZh = paused.Text.Zh,
                PausedEn = paused.Text.En,
                Blocked = blocked.Code,
                BlockedZh = blocked.Text.Zh,
                BlockedEn = blocked.Text.En,
            },
            transaction);
        moved.AddRange(ended.Select(row => new PostTransition(row.PostId, PostState.Planned, Names.StateOf(row.State), row.Reason)));
    }

    /// <summary>Holds of a slot's post whose group its owner has paused since it was prepared. One that was sent in part is seen to its end.</summary>
    private static string IsPaused(string posts) =>
        $"""
        ({posts}.kind = 'slot'
            AND EXISTS (SELECT 1 FROM group_pauses g WHERE g.group_id = {posts}.group_id AND g.ended = 0 AND g.since <= @now AND (g.until IS NULL OR g.until > @now))
            AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.post_id = {posts}.post_id AND m.state IN ('sent', 'awaiting')))
        """;

    private sealed record DueRow
    {
        public string PostId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public string Account { get; init; } = "";
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

        public string? Detail { get; init; }
    }
}
