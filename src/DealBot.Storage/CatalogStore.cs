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
    /// <summary>
    /// Answers that overlap may come to be written in the wrong order, but no sync takes so long: what is on record from so much later was seen
    /// before the clock was set back.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    public Task RecordAsync(IReadOnlyCollection<Deal> deals, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            foreach (var deal in deals)
            {
                Keep(connection, transaction, deal);
                PriceRows.Observe(connection, transaction, deal);
            }

            return deals.Count;
        },
        cancellationToken);

    public Task<IReadOnlyList<SeenDeal>> LoadAsync(DateTimeOffset seenSince, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SeenDeal>>(
        connection => [.. connection
            .Query<(string Body, string? Days)>(
                """
                SELECT d.body, p.days FROM deals d LEFT JOIN price_days p ON p.network = d.network AND p.item_id = d.item_id
                WHERE d.seen_at >= @since ORDER BY d.network, d.item_id
                """,
                new { since = seenSince.ToUnixTimeMilliseconds() })
            .Select(row => new SeenDeal(ReadDeal(row.Body), PriceRows.Read(row.Days)))],
        cancellationToken);

    internal static Deal ReadDeal(string body) => JsonSerializer.Deserialize<Deal>(body, Json)!;

    private static void Keep(IDbConnection connection, IDbTransaction transaction, Deal deal) => connection.Execute(
        """
        INSERT INTO deals (network, item_id, seen_at, body) VALUES (@network, @item, @seen, @body)
        ON CONFLICT (network, item_id) DO UPDATE SET seen_at = excluded.seen_at, body = excluded.body
        WHERE excluded.seen_at >= deals.seen_at OR deals.seen_at - excluded.seen_at > @overlap
        """,
        new
        {
            network = deal.Key.Network,
            item = deal.Key.ItemId,
            seen = deal.SeenAt.ToUnixTimeMilliseconds(),
            body = JsonSerializer.Serialize(deal, Json),
            overlap = (long)Overlap.TotalMilliseconds,
        },
        transaction);
}
