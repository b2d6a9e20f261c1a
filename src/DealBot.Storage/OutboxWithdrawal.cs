using System.Data;
using Dapper;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>Takes back a post of which nothing was sent, because what it says holds no more.</summary>
internal static class OutboxWithdrawal
{
    /// <summary>Of one lease, with nothing handed over: a message that is to be tried again has certainly not arrived.</summary>
    private const string Untouched =
        """
        post_id = @PostId AND lease = @Lease AND state = 'leased'
            AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.post_id = posts.post_id AND m.state <> 'planned')
        """;

    /// <summary>Less than this before it is stale, a slot is not prepared anew.</summary>
    private const long WorthMilliseconds = 60_000;

    /// <returns>How the post moved; null if it is another's by now, or a message of it was handed over.</returns>
    public static PostTransition? Write(IDbConnection connection, IDbTransaction transaction, LeasedPost post, SkipReason reason, long now)
    {
        var keys = new { post.PostId, post.Lease, worth = now + WorthMilliseconds, reason.Code, reason.Text.Zh, reason.Text.En };
        if (PrepareAnew(connection, transaction, keys))
        {
            // Nobody has seen the old links, and the new ones are given out with the new post.
            connection.Execute("DELETE FROM messages WHERE post_id = @PostId", keys, transaction);
            connection.Execute("DELETE FROM post_deals WHERE post_id = @PostId", keys, transaction);
            return new PostTransition(post.PostId, PostState.Leased, PostState.Planned, reason.Text.En);
        }

        return GiveUp(connection, transaction, keys) ? new PostTransition(post.PostId, PostState.Leased, PostState.Skipped, reason.Text.En) : null;
    }

    /// <summary>A slot of the schedule is as it was when it was laid. What the owner had sent again is prepared for no other deal.</summary>
    private static bool PrepareAnew(IDbConnection connection, IDbTransaction transaction, object keys) => connection.Execute(
        $"""
        UPDATE posts SET state = 'planned', prepared = 0, lease = NULL, lease_until = NULL, ad_law_flags = '', replaced = replaced + 1
        WHERE {Untouched} AND kind = 'slot' AND resends = 0 AND expires_at > @worth
        """,
        keys,
        transaction) == 1;

    private static bool GiveUp(IDbConnection connection, IDbTransaction transaction, object keys) => connection.Execute(
        $"""
        UPDATE posts SET state = 'skipped', lease = NULL, lease_until = NULL, reason_code = @Code, reason_zh = @Zh, reason_en = @En
        WHERE {Untouched}
        """,
        keys,
        transaction) == 1;
}
