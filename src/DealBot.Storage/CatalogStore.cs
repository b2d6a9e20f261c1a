using System.Data;
using System.Text.Json;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class CatalogStore(SqliteDatabase database) : ICatalogStore
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    public Task RecordAsync(IReadOnlyCollection<Deal> deals, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            foreach (var deal in deals)
            {
                Keep(connection, transaction, deal);
                Observe(connection, transaction, deal);
            }

            return deals.Count;
        },
        cancellationToken);

    public Task<IReadOnlyList<Deal>> LoadAsync(DateTimeOffset seenSince, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Deal>>(
        connection => [.. connection
            .Query<string>(
                "SELECT body FROM deals WHERE seen_at >= @since ORDER BY network, item_id",
                new { since = seenSince.ToUnixTimeMilliseconds() })
            .Select(body => JsonSerializer.Deserialize<Deal>(body, Json)!)],
        cancellationToken);

    private static void Keep(IDbConnection connection, IDbTransaction transaction, Deal deal) => connection.Execute(
        """
        INSERT INTO deals (network, item_id, seen_at, body) VALUES (@network, @item, @seen, @body)
        ON CONFLICT (network, item_id) DO UPDATE SET seen_at = excluded.seen_at, body = excluded.body
        WHERE excluded.seen_at >= deals.seen_at
        """,
        new
        {
            network = deal.Key.Network,
            item = deal.Key.ItemId,
            seen = deal.SeenAt.ToUnixTimeMilliseconds(),
            body = JsonSerializer.Serialize(deal, Json),
        },
        transaction);

    /// <summary>A price seen again lengthens the last observation; another price begins a new one. So every price is kept, and no more rows than changes.</summary>
    private static void Observe(IDbConnection connection, IDbTransaction transaction, Deal deal)
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
              AND first_seen = (SELECT MAX(first_seen) FROM price_observations WHERE network = @network AND item_id = @item)
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
}
