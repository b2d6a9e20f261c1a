using Dapper;
using DealBot.Contracts;
using DealBot.Core.Metrics;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class MetricsStore(SqliteDatabase database) : IMetricsStore
{
    /// <summary>
    /// An order that names no link is taken for one of the group's latest post of that item; a group is not offered an item twice within
    /// days, but the bot may have named it besides, and that must not count the order twice.
    /// </summary>
    private const string OfDeal =
        """
        o.group_id = d.group_id AND o.network = d.network AND o.item_id = d.item_id
            AND (o.post_id = d.post_id OR (o.post_id IS NULL AND p.kind <> 'reply' AND o.ordered_at >= d.slot_at AND o.ordered_at < d.slot_at + 86400000))
        """;

    public Task<IReadOnlyList<HourlyMetrics>> HourlyAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<HourlyMetrics>>(
            connection => [.. connection
                .Query<(string GroupId, long Hour, long Posts, long Clicks, long Visitors, long Orders, long Sales, long Commission, long RawClicks, long LostClicks)>(
                    """
                    SELECT group_id, hour, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks
                    FROM metrics_hourly WHERE group_id IN @groupIds AND hour >= @from AND hour < @until ORDER BY hour, group_id
                    """,
                    Span(groupIds, from, until))
                .Select(row => new HourlyMetrics(
                    row.GroupId,
                    Moments.From(row.Hour),
                    new Figures(row.Posts, row.Clicks, row.Visitors, row.Orders, new Money(row.Sales), new Money(row.Commission))
                    {
                        RawClicks = row.RawClicks,
                        LostClicks = row.LostClicks,
                    }))],
            cancellationToken);

    public Task<IReadOnlyList<DealResult>> DealsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DealResult>>(
            connection => [.. connection
                .Query<(string Network, string ItemId, string Title, long Posts, long Clicks, long Orders, long Commission)>(
                    $"""
                    SELECT d.network, d.item_id, MAX(d.title), SUM(CASE WHEN p.kind = 'reply' THEN 0 ELSE 1 END),
                        SUM((SELECT COUNT(*) FROM clicks c WHERE c.code = d.code AND c.kind = 'person')),
                        SUM((SELECT COALESCE(SUM(o.counts), 0) FROM orders o WHERE {OfDeal})),
                        SUM((SELECT COALESCE(SUM(o.commission_fen), 0) FROM orders o WHERE {OfDeal}))
                    FROM post_deals d JOIN posts p ON p.post_id = d.post_id
                    WHERE d.group_id IN @groupIds AND d.slot_at >= @from AND d.slot_at < @until AND p.state = 'sent'
                    GROUP BY d.network, d.item_id ORDER BY d.network, d.item_id
                    """,
                    Span(groupIds, from, until))
                .Select(row => new DealResult(
                    new DealKey(row.Network, row.ItemId), row.Title, row.Posts, row.Clicks, row.Orders, new Money(row.Commission)))],
            cancellationToken);

    public Task<IReadOnlyList<SkipCount>> SkipsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SkipCount>>(
            connection => [.. connection
                .Query<(string State, string Zh, string En, long Count)>(
                    """
                    SELECT state, reason_zh, reason_en, COUNT(*) AS number FROM posts
                    WHERE group_id IN @groupIds AND due_at >= @from AND due_at < @until AND state IN ('skipped', 'failed', 'unknown', 'awaiting') AND kind <> 'reply'
                    GROUP BY state, reason_zh, reason_en ORDER BY number DESC, reason_zh
                    """,
                    Span(groupIds, from, until))
                .Select(row => new SkipCount(row.State, new Phrase(row.Zh, row.En), row.Count))],
            cancellationToken);

    public Task<IReadOnlyList<FlagCount>> FlagsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<FlagCount>>(
            connection => [.. connection
                .Query<(string Words, long Posts)>(
                    """
                    SELECT ad_law_flags, COUNT(*) AS number FROM posts
                    WHERE group_id IN @groupIds AND due_at >= @from AND due_at < @until AND ad_law_flags <> '' AND kind <> 'reply'
                    GROUP BY ad_law_flags ORDER BY number DESC, ad_law_flags
                    """,
                    Span(groupIds, from, until))
                .Select(row => new FlagCount(row.Words, row.Posts))],
            cancellationToken);

    public Task<IReadOnlyList<HeldBackCount>> HeldBackAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<HeldBackCount>>(
            connection => [.. connection
                .Query<(string Network, string Code, string Zh, string En, long Deals, long Commission)>(
                    """
                    SELECT network, code, MAX(reason_zh), MAX(reason_en), COUNT(*) AS number, SUM(commission_fen) FROM held_back
                    WHERE group_id IN @groupIds AND at >= @from AND at < @until
                    GROUP BY network, code ORDER BY number DESC, network, code
                    """,
                    Span(groupIds, from, until))
                .Select(row => new HeldBackCount(row.Network, row.Code, new Phrase(row.Zh, row.En), row.Deals, new Money(row.Commission)))],
            cancellationToken);

    public Task<Drift?> DriftAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Drift.Of(connection
                .Query<long>(
                    """
                    SELECT sent_at - planned_at FROM posts
                    WHERE group_id IN @groupIds AND planned_at >= @from AND planned_at < @until AND state = 'sent' AND resends = 0 AND kind <> 'reply'
                      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.post_id = posts.post_id AND m.awaiting_since IS NOT NULL)
                    """,
                    Span(groupIds, from, until))
                .Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))),
            cancellationToken);

    private static object Span(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until) =>
        new { groupIds, from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() };
}
