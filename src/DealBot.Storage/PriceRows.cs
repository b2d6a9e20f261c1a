using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Storage;

/// <summary>
/// Writes every price seen as an observation, and rolls them up by day in the same transaction: what may be said of a hundred thousand prices
/// is reckoned from one short row each.
/// </summary>
internal static class PriceRows
{
    public static void Observe(IDbConnection connection, IDbTransaction transaction, Deal deal)
    {
        Lengthen(connection, transaction, deal);
        RollUp(connection, transaction, deal);
    }

    public static PriceHistory Read(string? days) => days is null ? PriceHistory.None : PriceHistory.Unpack(Convert.FromBase64String(days));

    /// <summary>
    /// A price seen again lengthens the last observation; another price begins a new one. So every price is kept, and no more rows than changes. What a
    /// clock that ran ahead has written is not the last: nothing seen before that moment comes again could lengthen it, and each sync would add a row.
    /// </summary>
    private static void Lengthen(IDbConnection connection, IDbTransaction transaction, Deal deal)
    {
        var observation = new
        {
            network = deal.Key.Network,
            item = deal.Key.ItemId,
            seen = deal.SeenAt.ToUnixTimeMilliseconds(),
            price = deal.Price.Fen,
            final = deal.FinalPrice.Fen,
            coupon = deal.Coupon?.Discount.Fen ?? 0,
        };
        var lengthened = connection.Execute(
            """
            UPDATE price_observations SET last_seen = CASE WHEN last_seen < @seen THEN @seen ELSE last_seen END
            WHERE network = @network AND item_id = @item AND price_fen = @price AND final_price_fen = @final AND coupon_fen = @coupon
              AND first_seen = (SELECT MAX(first_seen) FROM price_observations WHERE network = @network AND item_id = @item AND first_seen <= @seen)
            """,
            observation,
            transaction);
        if (lengthened == 0)
        {
            connection.Execute(
                """
                INSERT INTO price_observations (network, item_id, first_seen, last_seen, price_fen, final_price_fen, coupon_fen)
                VALUES (@network, @item, @seen, @seen, @price, @final, @coupon)
                ON CONFLICT (network, item_id, first_seen) DO NOTHING
                """,
                observation,
                transaction);
        }
    }

    private static void RollUp(IDbConnection connection, IDbTransaction transaction, Deal deal)
    {
        var (network, item) = (deal.Key.Network, deal.Key.ItemId);
        var kept = connection.QuerySingleOrDefault<string>(
            "SELECT days FROM price_days WHERE network = @network AND item_id = @item", new { network, item }, transaction);
        var known = kept is null ? Earlier(connection, transaction, deal.Key) : Read(kept);
        var now = known.With(new PriceDay(PriceDay.NumberOf(deal.SeenAt), deal.FinalPrice));
        if (kept is not null && ReferenceEquals(now, known))
        {
            return;
        }

        connection.Execute(
            """
            INSERT INTO price_days (network, item_id, last_day, days) VALUES (@network, @item, @last, @days)
            ON CONFLICT (network, item_id) DO UPDATE SET last_day = excluded.last_day, days = excluded.days
            """,
            new { network, item, last = now.LastDay, days = Convert.ToBase64String(now.Packed.Span) },
            transaction);
    }

    /// <summary>
    /// What was observed before days were kept. The two ends of an observation are certain; whether the item was seen on the days between is not,
    /// since the service may have been down.
    /// </summary>
    private static PriceHistory Earlier(IDbConnection connection, IDbTransaction transaction, DealKey key) => PriceHistory.Of(connection
        .Query<(long First, long Last, long Fen)>(
            "SELECT first_seen, last_seen, final_price_fen FROM price_observations WHERE network = @Network AND item_id = @ItemId ORDER BY first_seen",
            new { key.Network, key.ItemId },
            transaction)
        .SelectMany(run => new[] { run.First, run.Last }.Select(at => new PriceDay(PriceDay.NumberOf(Moments.From(at)), new Money(run.Fen)))));
}
