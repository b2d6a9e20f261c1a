using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class WaitingDeals(SqliteDatabase database) : IWaitingDeals
{
    public Task<IReadOnlyList<WaitingDeal>> OfAsync(string postId, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<WaitingDeal>>(
        connection => [.. connection
            .Query<(string OwnerId, long Final, long Coupon, long? CouponEndsAt, string? Body)>(
                """
                SELECT p.owner_id, d.final_price_fen, d.coupon_fen, d.coupon_ends_at, x.body
                FROM posts p JOIN post_deals d ON d.post_id = p.post_id LEFT JOIN deals x ON x.network = d.network AND x.item_id = d.item_id
                WHERE p.post_id = @postId AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.post_id = p.post_id AND m.state <> 'planned')
                ORDER BY d.network, d.item_id
                """,
                new { postId })
            .Select(row => new WaitingDeal(
                row.OwnerId,
                new ShownPrice(new Money(row.Final), row.Coupon > 0, row.CouponEndsAt is { } ends ? Moments.From(ends) : null),
                row.Body is null ? null : CatalogStore.ReadDeal(row.Body)))],
        cancellationToken);
}
