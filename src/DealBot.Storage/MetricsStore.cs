using Dapper;
using DealBot.Contracts;
using DealBot.Core.Metrics;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class MetricsStore(SqliteDatabase database) : IMetricsStore
{
    /// <summary>In the words of the index, or it is not used.</summary>
    private const string Unsent = "state IN ('skipped', 'failed', 'unknown', 'awaiting')";

    /// <summary>
    /// The posts come first (CROSS JOIN), and the orders of each are found by an index. Left to choose, SQLite goes through all orders that there ever were, which
    /// are never deleted, and looks for each among the day's posts.
    /// </summary>
    internal const string DealsSql =
        $"""
        WITH posted AS MATERIALIZED (
            SELECT d.post_id, d.group_id, d.network, d.item_id, d.title, d.slot_at, d.clicks, p.kind, CASE WHEN d.command IS NOT NULL AND p.kind <> 'reply' THEN 1 ELSE 0 END AS as_command
            FROM posts p JOIN post_deals d ON d.post_id = p.post_id
            WHERE p.group_id IN {GroupSet.Members} AND p.due_at >= @from AND p.due_at < @until AND p.state = 'sent'),
        sold AS (
            SELECT d.network, d.item_id, o.counts, o.commission_fen
            FROM posted d CROSS JOIN orders o WHERE o.post_id = d.post_id AND o.group_id = d.group_id AND o.network = d.network AND o.item_id = d.item_id
            UNION ALL
            SELECT d.network, d.item_id, o.counts, o.commission_fen
            FROM posted d CROSS JOIN orders o WHERE o.group_id = d.group_id AND o.network = d.network AND o.item_id = d.item_id
                AND o.ordered_at >= d.slot_at AND o.ordered_at < d.slot_at + 86400000
                AND o.post_id IS NULL AND d.kind <> 'reply')
        SELECT network, item_id, MAX(title), SUM(posts), SUM(clicks), SUM(as_command), SUM(orders), SUM(commission)
        FROM (
            SELECT network, item_id, title, CASE WHEN kind = 'reply' THEN 0 ELSE 1 END AS posts, clicks, as_command, 0 AS orders, 0 AS commission FROM posted
            UNION ALL
            SELECT network, item_id, '', 0, 0, 0, counts, commission_fen FROM sold) AS parts
        GROUP BY network, item_id ORDER BY network, item_id
        """;

    public Task<IReadOnlyList<HourlyMetrics>> HourlyAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<HourlyMetrics>>(
            connection => [.. connection
                .Query<(string GroupId, long Hour, long Posts, long Clicks, long Visitors, long Orders, long Sales, long Commission, long RawClicks, long LostClicks)>(
                    $"""
                    SELECT group_id, hour, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks
                    FROM metrics_hourly WHERE group_id IN {GroupSet.Members} AND hour >= @from AND hour < @until ORDER BY hour, group_id
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

    /// <summary>Of all groups of an owner the sums are kept; of any others they are added up.</summary>
    public Task<IReadOnlyList<HourTotal>> HoursAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<HourTotal>>(
            connection =>
            {
                // One moment of the database: a group may change hands, and take its hours along, between the two questions.
                using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: true);
                var owner = GroupSet.OwnerOf(connection, transaction, groupIds);
                var sql = owner is null
                    ? $"SELECT hour, {FiguresRow.Sums} FROM metrics_hourly WHERE group_id IN {GroupSet.Members} AND hour >= @from AND hour < @until GROUP BY hour ORDER BY hour"
                    : $"SELECT hour, {FiguresRow.Columns} FROM metrics_of_owners WHERE owner_id = @owner AND hour >= @from AND hour < @until ORDER BY hour";
                return [.. connection
                    .Query<FiguresRow>(sql, new { owner, groups = GroupSet.Of(groupIds), from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() }, transaction)
                    .Select(row => new HourTotal(Moments.From(row.Hour), row.ToFigures()))];
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<string, Figures>> GroupsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, Figures>>(
            connection => connection
                .Query<FiguresRow>(
                    $"SELECT group_id, {FiguresRow.Sums} FROM metrics_hourly WHERE group_id IN {GroupSet.Members} AND hour >= @from AND hour < @until GROUP BY group_id",
                    Span(groupIds, from, until))
                .ToDictionary(row => row.GroupId!, row => row.ToFigures()),
            cancellationToken);

    /// <summary>
    /// Clicks are counted at the link as they come; orders are looked for once for all posts. An order that names no link is taken for one of the
    /// group's latest post of that item; a group is not offered an item twice within days, but the bot may have named it besides, and that must
    /// not count the order twice.
    /// </summary>
    public Task<IReadOnlyList<DealResult>> DealsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DealResult>>(
            connection => [.. connection
                .Query<(string Network, string ItemId, string Title, long Posts, long Clicks, long AsCommand, long Orders, long Commission)>(
                    DealsSql,
                    Span(groupIds, from, until))
                .Select(row => new DealResult(
                    new DealKey(row.Network, row.ItemId), row.Title, row.Posts, row.Clicks, row.Orders, new Money(row.Commission)) { AsCommand = row.AsCommand })],
            cancellationToken);

    public Task<IReadOnlyDictionary<string, long>> CommandPostsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(
            connection => connection
                .Query<(string GroupId, long Posts)>(
                    $"""
                    SELECT d.group_id, COUNT(DISTINCT d.post_id) FROM post_deals d JOIN posts p ON p.post_id = d.post_id
                    WHERE d.command IS NOT NULL AND d.group_id IN {GroupSet.Members} AND d.slot_at >= @from AND d.slot_at < @until
                        AND p.state = 'sent' AND p.kind <> 'reply'
                    GROUP BY d.group_id
                    """,
                    Span(groupIds, from, until))
                .ToDictionary(row => row.GroupId, row => row.Posts),
            cancellationToken);

    public Task<IReadOnlyList<SkipCount>> SkipsAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SkipCount>>(
            connection => [.. connection
                .Query<(string State, string Zh, string En, long Count)>(
                    $"""
                    SELECT state, reason_zh, reason_en, COUNT(*) AS number FROM posts
                    WHERE group_id IN {GroupSet.Members} AND due_at >= @from AND due_at < @until AND {Unsent} AND kind <> 'reply'
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
                    $"""
                    SELECT ad_law_flags, COUNT(*) AS number FROM posts
                    WHERE group_id IN {GroupSet.Members} AND due_at >= @from AND due_at < @until AND ad_law_flags <> '' AND kind <> 'reply'
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
                    $"""
                    SELECT network, code, MAX(reason_zh), MAX(reason_en), COUNT(*) AS number, SUM(commission_fen) FROM held_back
                    WHERE group_id IN {GroupSet.Members} AND at >= @from AND at < @until
                    GROUP BY network, code ORDER BY number DESC, network, code
                    """,
                    Span(groupIds, from, until))
                .Select(row => new HeldBackCount(row.Network, row.Code, new Phrase(row.Zh, row.En), row.Deals, new Money(row.Commission)))],
            cancellationToken);

    public Task<UnattributedOrders> UnattributedAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection
                .Query<(long Orders, long Commission)>(
                    """
                    SELECT COUNT(DISTINCT network || ' ' || order_id), COALESCE(SUM(commission_fen), 0) FROM orders
                    WHERE group_id IS NULL AND ordered_at >= @from AND ordered_at < @until AND owner_id = @ownerId AND counts = 1
                    """,
                    new { ownerId, from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })
                .Select(row => new UnattributedOrders(row.Orders, new Money(row.Commission)))
                .Single(),
            cancellationToken);

    /// <summary>No plan moves a post by a day, and the index goes by the moment it is due.</summary>
    public Task<Drift?> DriftAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Drift.Of(connection
                .Query<long>(
                    $"""
                    SELECT sent_at - planned_at FROM posts
                    WHERE group_id IN {GroupSet.Members} AND due_at >= @from - 86400000 AND due_at < @until + 86400000
                      AND planned_at >= @from AND planned_at < @until AND state = 'sent' AND resends = 0 AND kind <> 'reply'
                      AND post_id NOT IN (SELECT m.post_id FROM messages m WHERE m.awaiting_since >= @from)
                    """,
                    Span(groupIds, from, until))
                .Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))),
            cancellationToken);

    public Task<RecheckCount> RechecksAsync(
        IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new RecheckCount(
                connection.ExecuteScalar<long>(
                    $"SELECT COALESCE(SUM(replaced), 0) FROM posts WHERE replaced > 0 AND due_at >= @from AND due_at < @until AND group_id IN {GroupSet.Members}",
                    Span(groupIds, from, until)),
                connection.ExecuteScalar<long>(
                    $"""
                    SELECT COUNT(*) FROM posts WHERE group_id IN {GroupSet.Members} AND due_at >= @from AND due_at < @until AND {Unsent} AND kind <> 'reply'
                      AND reason_code IN ('price_changed', 'coupon_expired', 'deal_gone', 'price_unchecked')
                    """,
                    Span(groupIds, from, until))),
            cancellationToken);

    private static object Span(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until) =>
        new { groups = GroupSet.Of(groupIds), from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() };
}
