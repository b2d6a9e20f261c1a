using Dapper;
using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class ClickTrail(SqliteDatabase database) : IClickTrail
{
    private const int MostClicks = 1000;

    /// <summary>As long as links work unless the owner says otherwise; spares a look at every post of an item there ever was.</summary>
    private static readonly TimeSpan LongestLink = TimeSpan.FromDays(60);

    public Task<IReadOnlyList<JoinClick>> OnAsync(DealKey deal, string? position, OrderSpan span, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(span);
        return database.ReadAsync<IReadOnlyList<JoinClick>>(
            connection => [.. connection
                .Query<(string GroupId, string PostId, string Visitor, long At)>(
                    """
                    SELECT d.group_id, d.post_id, c.visitor, c.at
                    FROM post_deals d JOIN clicks c ON c.code = d.code
                    WHERE d.network = @Network AND d.item_id = @ItemId AND d.slot_at >= @oldest AND d.slot_at <= @until
                        AND d.sub_id IS NULL AND (d.position_id IS NULL OR @position IS NULL OR d.position_id = @position)
                        AND c.kind = 'person' AND c.at >= @from AND c.at <= @until
                    ORDER BY c.at DESC, d.code, c.visitor LIMIT @limit
                    """,
                    new
                    {
                        deal.Network,
                        deal.ItemId,
                        position,
                        from = span.From.ToUnixTimeMilliseconds(),
                        until = span.Until.ToUnixTimeMilliseconds(),
                        oldest = (span.From - LongestLink).ToUnixTimeMilliseconds(),
                        limit = MostClicks,
                    })
                .Select(row => new JoinClick(row.GroupId, row.PostId, row.Visitor, Moments.From(row.At)))],
            cancellationToken);
    }
}
