using System.Data;
using System.Globalization;
using Dapper;
using DealBot.Core.Posting;

namespace DealBot.Storage.Backups;

/// <summary>Sees to it that nothing goes out again that went out between a backup and its restore, of which the restored ledger knows nothing.</summary>
internal static class RestoredPosts
{
    /// <summary>After a longer while nobody takes a digest for one he has seen.</summary>
    private const int MostDigests = 7;

    private const string DateFormat = "yyyyMMdd";

    private static readonly long Day = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    /// <summary>Ends the posts that were due by now, and lets the plan go on from now.</summary>
    /// <returns>How many were being sent, and how many were yet to be sent.</returns>
    public static (int Unknown, int Skipped) Mark(IDbConnection connection, IDbTransaction transaction, DateTimeOffset restoredAt)
    {
        var now = restoredAt.ToUnixTimeMilliseconds();
        var reason = SkipReason.Restored;
        var values = new { now, reason.Code, reason.Text.Zh, reason.Text.En };
        connection.Execute("UPDATE messages SET state = 'unknown' WHERE state = 'sending'", transaction: transaction);

        // Of a post that was sent in part the next message may have gone out: unknown as such, so that it is looked into and its owner told.
        connection.Execute(
            """
            UPDATE messages SET state = 'unknown' WHERE state = 'planned' AND (post_id, idx) IN
                (SELECT m.post_id, MIN(m.idx) FROM messages m JOIN posts p ON p.post_id = m.post_id
                WHERE p.state IN ('planned', 'leased') AND m.state = 'planned'
                  AND EXISTS (SELECT 1 FROM messages s WHERE s.post_id = m.post_id AND s.state IN ('sent', 'awaiting'))
                GROUP BY m.post_id)
            """,
            transaction: transaction);

        // Whatever is proved of that message, those after it may have gone out as well: nothing more of the post goes out by itself.
        var unknown = connection.Execute(
            """
            UPDATE posts SET state = 'unknown', reviewed = 0, reason_code = @Code, reason_zh = @Zh, reason_en = @En, lease = NULL, lease_until = NULL,
                expires_at = CASE WHEN expires_at < @now THEN expires_at ELSE @now END
            WHERE state = 'sending' OR (state IN ('planned', 'leased')
                AND EXISTS (SELECT 1 FROM messages WHERE messages.post_id = posts.post_id AND messages.state IN ('sent', 'awaiting', 'unknown')))
            """,
            values,
            transaction);
        var skipped = connection.Execute(
            """
            UPDATE posts SET state = 'skipped', reason_code = @Code, reason_zh = @Zh, reason_en = @En, lease = NULL, lease_until = NULL
            WHERE state IN ('planned', 'leased') AND (due_at <= @now OR planned_at <= @now)
            """,
            values,
            transaction);

        // What somebody asked the bot just then was answered long ago, or is of no use any more.
        connection.Execute("UPDATE chat_events SET verdict = 'done', sender = NULL, text = NULL WHERE verdict <> 'done'", transaction: transaction);
        SkipDigests(connection, transaction, now, reason);
        connection.Execute("UPDATE state SET value = @until WHERE name = 'laid_until' AND CAST(value AS BIGINT) < @now", new { until = $"{now}", now }, transaction);
        return (unknown, skipped);
    }

    /// <summary>Puts the digests on record that were sent meanwhile, each a day after the one before it.</summary>
    private static void SkipDigests(IDbConnection connection, IDbTransaction transaction, long now, SkipReason reason)
    {
        var latest = connection
            .Query<Digest>("SELECT post_id, owner_id, adapter, address, due_at FROM posts WHERE kind = 'digest' AND due_at <= @now ORDER BY due_at DESC", new { now }, transaction)
            .Where(digest => After(digest.PostId, 0) is not null)
            .DistinctBy(digest => digest.OwnerId);
        foreach (var (digest, days) in latest.SelectMany(digest => Enumerable.Range(1, MostDigests).Select(days => (digest, days))))
        {
            var due = digest.DueAt + (days * Day);
            if (due > now || After(digest.PostId, days) is not { } id)
            {
                continue;
            }

            connection.Execute(
                """
                INSERT INTO posts (post_id, kind, owner_id, adapter, address, due_at, planned_at, expires_at, state, reason_code, reason_zh, reason_en,
                    next_attempt_at, considered, rejections, ad_law_flags)
                VALUES (@id, 'digest', @OwnerId, @Adapter, @Address, @due, @due, @due, 'skipped', @Code, @Zh, @En, @due, 0, '{}', '')
                ON CONFLICT (post_id) DO NOTHING
                """,
                new { id, digest.OwnerId, digest.Adapter, digest.Address, due, reason.Code, reason.Text.Zh, reason.Text.En },
                transaction);
        }
    }

    /// <summary>The id of a digest some days after one: <c>digest.{owner}_{yyyyMMdd}</c>; null for one that was asked for beside the daily one.</summary>
    private static string? After(string postId, int days) =>
        postId.LastIndexOf('_') is > 0 and var end
        && DateOnly.TryParseExact(postId.AsSpan(end + 1), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? postId[..(end + 1)] + date.AddDays(days).ToString(DateFormat, CultureInfo.InvariantCulture)
            : null;

    private sealed record Digest
    {
        public string PostId { get; init; } = "";

        public string OwnerId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public long DueAt { get; init; }
    }
}
