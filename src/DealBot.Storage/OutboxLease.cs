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

    public static IReadOnlyList<LeasedPost> Take(
        IDbConnection connection, IDbTransaction transaction, long now, TimeSpan lease, int max, List<PostTransition> moved)
    {
        End(connection, transaction, now, moved);
        EndStale(connection, transaction, now, moved);
        var due = connection.Query<DueRow>(
            OutboxLeaseSql.Due,
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
        connection.Execute(OutboxLeaseSql.EndMessages, new { until }, transaction);
        var unknown = connection.Query<string>(OutboxLeaseSql.EndSending, new { until, UnknownZh, UnknownEn }, transaction);
        moved.AddRange(unknown.Select(post => new PostTransition(post, PostState.Sending, PostState.Unknown, "interrupted")));
        var planned = connection.Query<string>(OutboxLeaseSql.EndLeased, new { until }, transaction);
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
            PlannedAt = Moments.From(row.PlannedAt),
        };
    }

    private static void EndStale(IDbConnection connection, IDbTransaction transaction, long now, List<PostTransition> moved)
    {
        var (stale, paused, blocked) = (SkipReason.Stale, SkipReason.Paused, SkipReason.AccountBlocked(new Phrase("", "")));
        var ended = connection.Query<(string PostId, string State, string Reason)>(
            OutboxLeaseSql.EndStale,
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

    private sealed record DueRow
    {
        public string PostId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public string Account { get; init; } = "";

        public long PlannedAt { get; init; }
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
