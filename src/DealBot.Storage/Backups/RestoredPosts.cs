using System.Data;
using Dapper;
using DealBot.Core.Posting;

namespace DealBot.Storage.Backups;

/// <summary>Ends the posts of a backup that were due before the restore: whether they went out meanwhile nobody can say, so they do not go out again.</summary>
internal static class RestoredPosts
{
    /// <returns>How many were being sent, and how many were yet to be sent.</returns>
    public static (int Unknown, int Skipped) Mark(IDbConnection connection, IDbTransaction transaction, long now)
    {
        var reason = SkipReason.Restored;
        var values = new { now, reason.Code, reason.Text.Zh, reason.Text.En };
        connection.Execute("UPDATE messages SET state = 'unknown' WHERE state = 'sending'", transaction: transaction);
        var unknown = connection.Execute(
            """
            UPDATE posts SET state = 'unknown', reason_code = @Code, reason_zh = @Zh, reason_en = @En, lease = NULL, lease_until = NULL
            WHERE state = 'sending' OR (state = 'leased' AND EXISTS (SELECT 1 FROM messages WHERE messages.post_id = posts.post_id AND messages.state IN ('sent', 'unknown')))
            """,
            values,
            transaction);
        var skipped = connection.Execute(
            """
            UPDATE posts SET state = 'skipped', reason_code = @Code, reason_zh = @Zh, reason_en = @En, lease = NULL, lease_until = NULL
            WHERE state IN ('planned', 'leased') AND (due_at <= @now OR next_attempt_at <= @now)
            """,
            values,
            transaction);
        return (unknown, skipped);
    }
}
