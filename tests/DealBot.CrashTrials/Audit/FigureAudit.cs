namespace DealBot.CrashTrials.Audit;

/// <summary>The figures kept by the hour against a recount of the rows they are made of.</summary>
internal static class FigureAudit
{
    private const string Hour = "/ 3600000 * 3600000";

    private static readonly string Sql =
        $"""
        WITH recount AS (
            SELECT group_id, sent_at {Hour} AS hour, COUNT(*) AS posts, 0 AS clicks, 0 AS visitors, 0 AS orders, 0 AS sales, 0 AS commission
            FROM posts WHERE state = 'sent' AND group_id IS NOT NULL GROUP BY 1, 2
            UNION ALL
            SELECT group_id, at {Hour}, 0, SUM(CASE WHEN kind = 'person' THEN 1 ELSE 0 END), SUM(is_new_visitor), 0, 0, 0 FROM clicks GROUP BY 1, 2
            UNION ALL
            SELECT group_id, hour, 0, 0, 0, 0, 0, 0 FROM metrics_hourly WHERE lost_clicks > 0
            UNION ALL
            SELECT group_id, ordered_at {Hour}, 0, 0, 0, COUNT(DISTINCT CASE WHEN counts = 1 THEN order_id END), SUM(sales_fen), SUM(commission_fen)
            FROM orders WHERE group_id IS NOT NULL GROUP BY 1, 2),
        expected AS (
            SELECT group_id, hour, SUM(posts) AS posts, SUM(clicks) AS clicks, SUM(visitors) AS visitors, SUM(orders) AS orders, SUM(sales) AS sales, SUM(commission) AS commission
            FROM recount GROUP BY 1, 2),
        kept AS (SELECT group_id, hour, posts, clicks, visitors, orders, sales_fen AS sales, commission_fen AS commission FROM metrics_hourly)
        SELECT 'recounted' AS side, * FROM (SELECT * FROM expected EXCEPT SELECT * FROM kept)
        UNION ALL SELECT 'kept', * FROM (SELECT * FROM kept EXCEPT SELECT * FROM expected)
        ORDER BY 2, 3, 1
        """;

    private const string OfGroups =
        """
        SELECT h.hour, COALESCE(g.owner_id, '') AS owner_id, COUNT(*) AS parts, SUM(h.posts) AS posts, SUM(h.clicks) AS clicks, SUM(h.visitors) AS visitors, SUM(h.orders) AS orders,
            SUM(h.sales_fen) AS sales_fen, SUM(h.commission_fen) AS commission_fen, SUM(h.raw_clicks) AS raw_clicks, SUM(h.lost_clicks) AS lost_clicks
        FROM metrics_hourly h LEFT JOIN group_owners g ON g.group_id = h.group_id GROUP BY 1, 2
        """;

    private const string OfOwners = "SELECT hour, owner_id, parts, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks FROM metrics_of_owners";

    public static IEnumerable<Difference> Compare(Ledger ledger) =>
    [
        .. ledger.All<Row>(Sql).Select(row => new Difference("hourly figures equal a recount", $"{row}")),
        .. ledger.All<string>($"SELECT owner_id || ' ' || hour FROM (SELECT * FROM ({OfGroups} EXCEPT {OfOwners}) UNION SELECT * FROM ({OfOwners} EXCEPT {OfGroups})) ORDER BY 1")
            .Select(hour => new Difference("an owner's hours are those of his groups", hour)),
    ];

    private sealed record Row
    {
        public string Side { get; init; } = "";

        public string GroupId { get; init; } = "";

        public long Hour { get; init; }

        public long Posts { get; init; }

        public long Clicks { get; init; }

        public long Visitors { get; init; }

        public long Orders { get; init; }

        public long Sales { get; init; }

        public long Commission { get; init; }
    }
}
