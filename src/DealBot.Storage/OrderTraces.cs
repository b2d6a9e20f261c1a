using Dapper;
using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class OrderTraces(SqliteDatabase database) : IOrderTraces
{
    /// <summary>Of a row that is claimed, what was put down with the claim; of any other, what is booked.</summary>
    private const string Sql =
        """
        SELECT t.row_id AS RowId, t.method AS Method, t.group_id AS GroupId, t.post_id AS PostId, t.confidence AS Confidence, t.sub_id AS SubId, t.position_id AS PositionId,
            t.post_id IS NULL OR EXISTS (SELECT 1 FROM posts p WHERE p.post_id = t.post_id) AS IsPostKept,
            (SELECT MIN(at) FROM clicks) AS ClicksKeptSince
        FROM
            (SELECT row_id, attribution AS method, group_id, post_id, confidence, sub_id, position_id
            FROM orders WHERE network = @network AND row_id IN @rowIds AND attribution <> 'claimed'
            UNION ALL
            SELECT o.row_id, c.traced_by, c.traced_group, c.traced_post, c.traced_confidence, o.sub_id, o.position_id
            FROM orders o JOIN order_claims c ON c.network = o.network AND c.row_id = o.row_id
            WHERE o.network = @network AND o.row_id IN @rowIds AND o.attribution = 'claimed' AND c.traced_by IS NOT NULL
                AND c.id = (SELECT MAX(last.id) FROM order_claims last WHERE last.network = o.network AND last.row_id = o.row_id)) t
        """;

    public async Task<EarlierTrace?> LastAsync(string network, string rowId, CancellationToken cancellationToken) =>
        (await LastOfAllAsync(network, [rowId], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(rowId);

    public Task<IReadOnlyDictionary<string, EarlierTrace>> LastOfAllAsync(string network, IReadOnlyCollection<string> rowIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, EarlierTrace>>(
            connection => connection.Query<Row>(Sql, new { network, rowIds }).ToDictionary(row => row.RowId, row => row.ToTrace()),
            cancellationToken);

    private sealed record Row
    {
        public string RowId { get; init; } = "";

        public string Method { get; init; } = "";

        public string? GroupId { get; init; }

        public string? PostId { get; init; }

        public long Confidence { get; init; }

        public string? SubId { get; init; }

        public string? PositionId { get; init; }

        public bool IsPostKept { get; init; }

        public long? ClicksKeptSince { get; init; }

        public EarlierTrace ToTrace() => new(
            new Attribution(Names.Parse<AttributionMethod>(Method), GroupId, PostId) { Confidence = (int)Confidence }, new Tracking(SubId, PositionId))
        {
            IsPostKept = IsPostKept,
            ClicksKeptSince = ClicksKeptSince is { } at ? Moments.From(at) : null,
        };
    }
}
