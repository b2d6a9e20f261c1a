using System.Data;
using System.Text.Json;
using Dapper;
using DealBot.Core.Posting;
using DealBot.Core.Selection;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class Outbox(SqliteDatabase database) : IOutbox
{
    public Task<bool> PlanAsync(PlannedPost post, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (!Insert(connection, transaction, PostRow.Of(post)))
            {
                return false;
            }

            for (var index = 0; index < post.Messages.Count; index++)
            {
                Insert(connection, transaction, post.PostId, index, post.Messages[index]);
            }

            foreach (var deal in post.Deals)
            {
                Insert(connection, transaction, post, deal);
            }

            return true;
        },
        cancellationToken);

    public Task<bool> SkipAsync(SkippedPost post, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => Insert(connection, transaction, PostRow.Of(post)), cancellationToken);

    public Task<bool> ExistsAsync(string postId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM posts WHERE post_id = @postId", new { postId }) > 0,
        cancellationToken);

    public async Task<IReadOnlyList<LeasedPost>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int max, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var open = await database.ReadAsync(
            connection => connection.ExecuteScalar<long>(
                "SELECT COUNT(*) FROM posts WHERE state IN ('planned', 'leased', 'sending') AND next_attempt_at <= @at",
                new { at }),
            cancellationToken).ConfigureAwait(false);
        return open == 0
            ? []
            : await database.WriteAsync((connection, transaction) => OutboxLease.Take(connection, transaction, at, lease, max), cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> BeginSendAsync(LeasedPost post, int index, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            var keys = new { post.PostId, post.Lease, post.Adapter, post.Address, index, at = now.ToUnixTimeMilliseconds() };
            var held = connection.Execute(
                "UPDATE posts SET state = 'sending' WHERE post_id = @PostId AND lease = @Lease AND lease_until > @at",
                keys,
                transaction);
            if (held == 0)
            {
                return false;
            }

            connection.Execute("UPDATE messages SET state = 'sending', attempts = attempts + 1 WHERE post_id = @PostId AND idx = @index", keys, transaction);
            connection.Execute("INSERT INTO attempts (adapter, address, at, post_id, idx) VALUES (@Adapter, @Address, @at, @PostId, @index)", keys, transaction);
            return true;
        },
        cancellationToken);

    public Task RecordAsync(LeasedPost post, int index, MessageOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => OutboxRecord.Write(connection, transaction, post, index, outcome, now.ToUnixTimeMilliseconds()),
        cancellationToken);

    public Task ReleaseAsync(LeasedPost post, DateTimeOffset notBefore, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            "UPDATE posts SET state = 'planned', lease = NULL, lease_until = NULL, next_attempt_at = @at WHERE post_id = @PostId AND lease = @Lease",
            new { post.PostId, post.Lease, at = notBefore.ToUnixTimeMilliseconds() },
            transaction),
        cancellationToken);

    public Task<IReadOnlyList<DateTimeOffset>> AttemptsAsync(string adapter, string address, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DateTimeOffset>>(
            connection => [.. connection
                .Query<long>(
                    "SELECT at FROM attempts WHERE adapter = @adapter AND address = @address AND at > @since ORDER BY at",
                    new { adapter, address, since = since.ToUnixTimeMilliseconds() })
                .Select(Moments.From)],
            cancellationToken);

    private static bool Insert(IDbConnection connection, IDbTransaction transaction, PostRow row) => connection.Execute(
        """
        INSERT INTO posts (post_id, kind, group_id, owner_id, adapter, address, due_at, expires_at, state, reason_code, reason_zh, reason_en,
            next_attempt_at, considered, rejections, ad_law_flags)
        VALUES (@PostId, @Kind, @GroupId, @OwnerId, @Adapter, @Address, @DueAt, @ExpiresAt, @State, @ReasonCode, @ReasonZh, @ReasonEn,
            @DueAt, @Considered, @Rejections, @AdLawFlags)
        ON CONFLICT (post_id) DO NOTHING
        """,
        row,
        transaction) == 1;

    private static void Insert(IDbConnection connection, IDbTransaction transaction, string postId, int index, StoredMessage message) => connection.Execute(
        """
        INSERT INTO messages (post_id, idx, kind, text, file, description, url, state, attempts)
        VALUES (@postId, @index, @Kind, @Text, @File, @Description, @Url, 'planned', 0)
        """,
        new { postId, index, message.Kind, message.Text, message.File, message.Description, message.Url },
        transaction);

    private static void Insert(IDbConnection connection, IDbTransaction transaction, PlannedPost post, PlannedDeal deal) => connection.Execute(
        """
        INSERT INTO post_deals (post_id, group_id, slot_at, network, item_id, main_sku, title, category, price_fen, final_price_fen,
            commission_bp, code, target, sub_union_id, position_id, score)
        VALUES (@PostId, @GroupId, @slotAt, @Network, @ItemId, @MainSkuId, @Title, @Category, @price, @final,
            @rate, @Code, @target, @SubUnionId, @PositionId, @score)
        """,
        new
        {
            post.PostId,
            post.GroupId,
            slotAt = post.DueAt.ToUnixTimeMilliseconds(),
            deal.Deal.Key.Network,
            deal.Deal.Key.ItemId,
            deal.Deal.MainSkuId,
            deal.Deal.Title,
            deal.Deal.Category,
            price = deal.Deal.Price.Fen,
            final = deal.Deal.FinalPrice.Fen,
            rate = deal.Deal.CommissionRate.BasisPoints,
            deal.Code,
            target = deal.Link.Url.AbsoluteUri,
            deal.Link.Tracking.SubUnionId,
            deal.Link.Tracking.PositionId,
            score = deal.Score is null ? null : JsonSerializer.Serialize(deal.Score),
        },
        transaction);

    /// <summary>A row of <c>posts</c> as it is inserted.</summary>
    private sealed record PostRow(
        string PostId, string Kind, string? GroupId, string OwnerId, string Adapter, string Address, long DueAt, long ExpiresAt, string State,
        string? ReasonCode, string? ReasonZh, string? ReasonEn, long Considered, string Rejections, string AdLawFlags)
    {
        public static PostRow Of(PlannedPost post) => new(
            post.PostId,
            Names.Of(post.Kind),
            post.GroupId,
            post.OwnerId,
            post.Adapter,
            post.Address,
            post.DueAt.ToUnixTimeMilliseconds(),
            post.ExpiresAt.ToUnixTimeMilliseconds(),
            Names.Of(PostState.Planned),
            null,
            null,
            null,
            post.Selection.Considered,
            Write(post.Selection),
            string.Join(',', post.AdLawFlags));

        public static PostRow Of(SkippedPost post) => new(
            post.Slot.PostId,
            Names.Of(post.Kind),
            post.Slot.Group.Id,
            post.Slot.Group.Owner,
            post.Slot.Group.Adapter,
            post.Slot.Group.Address,
            post.Slot.At.ToUnixTimeMilliseconds(),
            post.Slot.At.ToUnixTimeMilliseconds(),
            Names.Of(PostState.Skipped),
            post.Reason.Code,
            post.Reason.Text.Zh,
            post.Reason.Text.En,
            post.Selection.Considered,
            Write(post.Selection),
            "");

        private static string Write(SelectionReport report) =>
            JsonSerializer.Serialize(report.Rejections.OrderByDescending(pair => pair.Value).ToDictionary(pair => Names.Of(pair.Key), pair => pair.Value));
    }
}
