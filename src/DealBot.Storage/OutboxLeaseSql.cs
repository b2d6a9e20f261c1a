namespace DealBot.Storage;

/// <summary>
/// What takes up due posts, several times a minute and with the writer waiting. Each names the condition of the index of open posts, word for word:
/// without it every post that was ever sent would be read, and there are millions of them after a year.
/// </summary>
internal static class OutboxLeaseSql
{
    /// <summary>Lets the index <c>posts_open</c> be used. SQLite does not see by itself that a post in one of the states is in one of the three.</summary>
    private const string Open = "state IN ('planned', 'leased', 'sending')";

    private const string OfStopped =
        $"FROM accounts a JOIN posts p ON a.adapter = p.adapter AND a.account = {AccountStore.OfPost} WHERE p.post_id = posts.post_id AND a.state IN ('open', 'half_open')";

    /// <summary>An account with many posts due must not keep those of others waiting: its next ones are taken up with the next lease.</summary>
    private const int MostOfAnAccount = 8;

    public const string EndMessages =
        $"""
        UPDATE messages SET state = 'unknown'
        WHERE state = 'sending' AND post_id IN (SELECT post_id FROM posts WHERE {Open} AND state = 'sending' AND lease_until <= @until)
        """;

    public const string EndSending =
        $"""
        UPDATE posts SET state = 'unknown', reviewed = 0, reason_code = 'interrupted', reason_zh = @UnknownZh, reason_en = @UnknownEn, lease_until = NULL
        WHERE {Open} AND state = 'sending' AND lease_until <= @until RETURNING post_id
        """;

    public const string EndLeased =
        $"UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL WHERE {Open} AND state = 'leased' AND lease_until <= @until RETURNING post_id";

    public static readonly string EndStale =
        $"""
        UPDATE posts
        SET state = CASE WHEN EXISTS (SELECT 1 FROM messages WHERE messages.post_id = posts.post_id AND messages.state IN ('sent', 'awaiting'))
                THEN 'failed' ELSE 'skipped' END,
            reason_code = COALESCE((SELECT @Blocked {OfStopped}), CASE WHEN {IsPaused("posts")} THEN @PausedCode ELSE @Code END),
            reason_zh = COALESCE((SELECT @BlockedZh || a.reason_zh {OfStopped}), CASE WHEN {IsPaused("posts")} THEN @PausedZh ELSE @Zh END),
            reason_en = COALESCE((SELECT @BlockedEn || a.reason_en {OfStopped}), CASE WHEN {IsPaused("posts")} THEN @PausedEn ELSE @En END)
        WHERE {Open} AND state = 'planned' AND prepared = 1 AND expires_at <= @now AND next_attempt_at <= @now
        RETURNING post_id, state, reason_code
        """;

    public static readonly string Due =
        $"""
        SELECT post_id, adapter, address, account, planned_at FROM (
            SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.adapter, o.account ORDER BY o.planned_at, o.post_id) AS place FROM (
                SELECT p.post_id, p.adapter, p.address, p.planned_at, {AccountStore.OfPost} AS account FROM posts p
                WHERE p.{Open} AND p.state = 'planned' AND p.prepared = 1 AND p.next_attempt_at <= @now AND NOT {IsPaused("p")}) AS o
            WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.adapter = o.adapter AND a.account = o.account AND {AccountStore.Waits})) AS due
        WHERE place <= {MostOfAnAccount} ORDER BY planned_at, post_id LIMIT @max
        """;

    /// <summary>Holds of a slot's post whose group its owner has paused since it was prepared. One that was sent in part is seen to its end.</summary>
    private static string IsPaused(string posts) =>
        $"""
        ({posts}.kind = 'slot'
            AND EXISTS (SELECT 1 FROM group_pauses g WHERE g.group_id = {posts}.group_id AND g.ended = 0 AND g.since <= @now AND (g.until IS NULL OR g.until > @now))
            AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.post_id = {posts}.post_id AND m.state IN ('sent', 'awaiting')))
        """;
}
