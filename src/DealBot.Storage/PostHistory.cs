using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Selection;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PostHistory(SqliteDatabase database) : IPostHistory
{
    /// <summary>
    /// A post counts unless it failed or was skipped; one that failed after its first message counts, since the group has seen it. What the
    /// bot answered to one member was offered to nobody else.
    /// </summary>
    private const string Seen =
        "p.kind <> 'reply' AND (p.state NOT IN ('failed', 'skipped') OR EXISTS (SELECT 1 FROM messages m WHERE m.post_id = p.post_id AND m.state IN ('sent', 'awaiting', 'unknown')))";

    public Task<IReadOnlyList<PostedDeal>> OfGroupAsync(string groupId, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PostedDeal>>(
            connection => [.. connection
                .Query<(string Network, string ItemId, string? MainSku, string Title, string Category, long SlotAt)>(
                    $"""
                    SELECT d.network, d.item_id, d.main_sku, d.title, d.category, d.slot_at
                    FROM post_deals d JOIN posts p ON p.post_id = d.post_id
                    WHERE d.group_id = @groupId AND d.slot_at >= @since AND {Seen}
                    ORDER BY d.slot_at, d.item_id
                    """,
                    new { groupId, since = since.ToUnixTimeMilliseconds() })
                .Select(row => new PostedDeal(groupId, new DealKey(row.Network, row.ItemId), row.MainSku, row.Title, row.Category, Moments.From(row.SlotAt)))],
            cancellationToken);

    public Task<IReadOnlyDictionary<DealKey, int>> ExposureAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<DealKey, int>>(
            connection => connection
                .Query<(string Network, string ItemId, long Count)>(
                    $"""
                    SELECT d.network, d.item_id, COUNT(DISTINCT d.group_id)
                    FROM post_deals d JOIN posts p ON p.post_id = d.post_id
                    WHERE d.slot_at >= @since AND {Seen}
                    GROUP BY d.network, d.item_id
                    """,
                    new { since = since.ToUnixTimeMilliseconds() })
                .ToDictionary(row => new DealKey(row.Network, row.ItemId), row => (int)row.Count),
            cancellationToken);

    public Task<IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>>> SentAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // A query for each group: all in one would read every post there ever was.
        const string sent =
            """
            SELECT sent_at FROM posts WHERE group_id = @group AND due_at >= @before AND sent_at >= @since AND kind <> 'reply' AND state = 'sent'
            UNION
            SELECT sent_at FROM (SELECT sent_at FROM posts WHERE group_id = @group AND kind <> 'reply' AND state = 'sent' ORDER BY due_at DESC LIMIT 1) AS latest
            ORDER BY 1
            """;
        return database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>>>(
            connection => groupIds
                .Select(group => (Id: group, At: (IReadOnlyList<DateTimeOffset>)[.. connection
                    .Query<long>(sent, new { group, since = since.ToUnixTimeMilliseconds(), before = since.AddDays(-1).ToUnixTimeMilliseconds() }).Select(Moments.From)]))
                .Where(group => group.At.Count > 0)
                .ToDictionary(group => group.Id, group => group.At),
            cancellationToken);
    }
}
