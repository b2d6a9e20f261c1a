using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using DealBot.Core.Links;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage;

/// <summary>Writes rows of posts, and fills in those that the plan has laid.</summary>
internal static class OutboxRows
{
    /// <summary>Inserts the row.</summary>
    /// <returns>False if the post is there already.</returns>
    public static bool Insert(IDbConnection connection, IDbTransaction transaction, PostRow row) => connection.Execute(
        """
        INSERT INTO posts (post_id, kind, group_id, owner_id, adapter, address, due_at, planned_at, local_at, moved_zh, moved_en, expires_at,
            state, prepared, reason_code, reason_zh, reason_en, next_attempt_at, considered, rejections, ad_law_flags, replaced)
        VALUES (@PostId, @Kind, @GroupId, @OwnerId, @Adapter, @Address, @DueAt, @PlannedAt, @LocalAt, @MovedZh, @MovedEn, @ExpiresAt,
            @State, @Prepared, @ReasonCode, @ReasonZh, @ReasonEn, @PlannedAt, @Considered, @Rejections, @AdLawFlags, @Replaced)
        ON CONFLICT (post_id) DO NOTHING
        """,
        row,
        transaction) == 1;

    /// <summary>Turns a post that is laid and not yet prepared into what the row says; its moments stay.</summary>
    /// <returns>False if it is not there, or not so any more.</returns>
    public static bool Fill(IDbConnection connection, IDbTransaction transaction, PostRow row) => connection.Execute(
        """
        UPDATE posts SET owner_id = @OwnerId, adapter = @Adapter, address = @Address, state = @State, prepared = @Prepared,
            reason_code = @ReasonCode, reason_zh = @ReasonZh, reason_en = @ReasonEn,
            considered = @Considered, rejections = @Rejections, ad_law_flags = @AdLawFlags, replaced = replaced + @Replaced
        WHERE post_id = @PostId AND state = 'planned' AND prepared = 0
        """,
        row,
        transaction) == 1;

    public static void Insert(IDbConnection connection, IDbTransaction transaction, string postId, int index, StoredMessage message) => connection.Execute(
        """
        INSERT INTO messages (post_id, idx, kind, text, file, description, url, detail, state, attempts)
        VALUES (@postId, @index, @Kind, @Text, @File, @Description, @Url, @Detail, 'planned', 0)
        """,
        new { postId, index, message.Kind, message.Text, message.File, message.Description, message.Url, message.Detail },
        transaction);

    /// <summary>Puts a deal on record that was held back. One that the group's day has already is left as it is.</summary>
    public static void Insert(IDbConnection connection, IDbTransaction transaction, HeldBackDeal deal) => connection.Execute(
        """
        INSERT INTO held_back (group_id, day, network, item_id, at, account, title, code, reason_zh, reason_en, commission_fen)
        VALUES (@Id, @day, @Network, @ItemId, @at, @Account, @Title, @Code, @Zh, @En, @commission)
        ON CONFLICT (group_id, day, network, item_id) DO NOTHING
        """,
        new
        {
            deal.Group.Id,
            day = TimeZoneInfo.ConvertTime(deal.At, TimeZoneInfo.FindSystemTimeZoneById(deal.Group.TimeZone)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            deal.Deal.Key.Network,
            deal.Deal.Key.ItemId,
            at = deal.At.ToUnixTimeMilliseconds(),
            deal.Account,
            deal.Deal.Title,
            deal.Code,
            deal.Reason.Zh,
            deal.Reason.En,
            commission = deal.Commission.Fen,
        },
        transaction);

    /// <summary>Inserts a deal. Members may ask for an item in the very moment of a slot that posts it: the later row stands a millisecond aside.</summary>
    public static void Insert(IDbConnection connection, IDbTransaction transaction, PlannedPost post, PlannedDeal deal) => connection.Execute(
        """
        INSERT INTO post_deals (post_id, group_id, slot_at, network, item_id, main_sku, title, category, price_fen, final_price_fen,
            commission_bp, code, target, command, expires_at, sub_id, position_id, score, coupon_fen, coupon_ends_at)
        VALUES (@PostId, @GroupId,
            (SELECT COALESCE(MAX(d.slot_at) + 1, @slotAt) FROM post_deals d
             WHERE d.group_id = @GroupId AND d.network = @Network AND d.item_id = @ItemId AND d.slot_at >= @slotAt AND d.slot_at < @slotAt + 1000), @Network, @ItemId, @MainSkuId, @Title, @Category, @price, @final,
            @rate, @Code, @target, @Command, @expiresAt, @SubId, @PositionId, @score, @coupon, @couponEndsAt)
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
            deal.Link.Command,
            expiresAt = deal.Link.ExpiresAt?.ToUnixTimeMilliseconds(),
            deal.Link.Tracking.SubId,
            deal.Link.Tracking.PositionId,
            score = deal.Score is null ? null : JsonSerializer.Serialize(deal.Score),
            coupon = deal.Deal.Coupon?.Discount.Fen ?? 0,
            couponEndsAt = deal.Deal.Coupon?.EndsAt?.ToUnixTimeMilliseconds(),
        },
        transaction);
}
