using System.Data;
using Dapper;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class OrderClaims(SqliteDatabase database) : IOrderClaims
{
    public Task<IReadOnlyList<OrderClaim>> SinceAsync(long id, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<OrderClaim>>(
        connection => [.. connection
            .Query<(long Id, string Network, string RowId, string? GroupId, long At, string By)>(
                "SELECT id, network, row_id, group_id, claimed_at, claimed_by FROM order_claims WHERE id > @id ORDER BY id", new { id })
            .Select(row => new OrderClaim(row.Id, row.Network, row.RowId, row.GroupId, Moments.From(row.At), row.By))],
        cancellationToken);

    public Task<IReadOnlyList<ClaimableRow>> FindAsync(string order, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ClaimableRow>>(
        connection =>
        {
            IReadOnlyList<ListedRow> Where(string condition) =>
                [.. connection.Query<ListedRow>($"SELECT {ListedRow.Columns} FROM orders WHERE {condition} ORDER BY network, row_id", new { order })];
            var rows = Where("order_id = @order");
            return [.. (rows.Count > 0 ? rows : Where("row_id = @order")).Select(row => Claimable(connection, row))];
        },
        cancellationToken);

    public Task<RecountFigures?> ClaimAsync(
        IReadOnlyList<OrderClaim> claims, IReadOnlyList<(ClaimableRow Found, AttributedOrder Row)> rows, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (!rows.All(row => IsAsFound(connection, transaction, row.Found)))
            {
                return null;
            }

            foreach (var claim in claims)
            {
                Insert(connection, transaction, claim);
            }

            using var book = new OrderBook(connection, transaction);
            using var rebooking = new OrderRebooking(connection, transaction, book, claims[0].At);
            var figures = rows.Aggregate(RecountFigures.None, (sum, row) => sum + rebooking.Rebook(new RebookedOrder(row.Found.Versions, row.Row) { Cause = LedgerKind.Claim }));
            return figures with { Hours = book.Close() };
        },
        cancellationToken);

    /// <summary>Number of the last word given; 0 before the first.</summary>
    internal static long Newest(IDbConnection connection, IDbTransaction transaction) =>
        connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM order_claims", transaction: transaction);

    private static ClaimableRow Claimable(IDbConnection connection, ListedRow row)
    {
        var rowId = row.RowId;
        var versions = Versions(connection, row.Network, rowId);
        if (versions.Count == 0)
        {
            // A version that could not be read when it came, and showed no id, is kept under a stand-in.
            rowId = connection.QueryFirst<string>(
                "SELECT source_row_id FROM order_rebookings WHERE network = @Network AND row_id = @RowId ORDER BY version DESC, step DESC LIMIT 1", new { row.Network, row.RowId });
            versions = Versions(connection, row.Network, rowId);
        }

        return new ClaimableRow(
            row.ToOrder(),
            new OrderVersions(
                row.Network, rowId, versions[^1].Account, [.. versions.Select(version => new OrderVersion(version.Version, Moments.From(version.ModifiedAt), version.Body))]),
            LastWord(connection, null, row.Network, row.RowId));
    }

    private static List<(long Version, string Account, long ModifiedAt, string Body)> Versions(IDbConnection connection, string network, string rowId) =>
        [.. connection.Query<(long, string, long, string)>(
            "SELECT version, account, modified_at, body FROM order_snapshots WHERE network = @network AND row_id = @rowId ORDER BY version", new { network, rowId })];

    private static bool IsAsFound(IDbConnection connection, IDbTransaction transaction, ClaimableRow found) =>
        LastWord(connection, transaction, found.Row.Network, found.Row.RowId) == found.ClaimId
        && connection.ExecuteScalar<long>(
            "SELECT MAX(version) FROM order_snapshots WHERE network = @Network AND row_id = @RowId", new { found.Row.Network, found.Versions.RowId }, transaction)
            == found.Versions.Versions[^1].Number;

    private static long LastWord(IDbConnection connection, IDbTransaction? transaction, string network, string rowId) => connection.ExecuteScalar<long>(
        "SELECT COALESCE(MAX(id), 0) FROM order_claims WHERE network = @network AND row_id = @rowId", new { network, rowId }, transaction);

    /// <summary>With it goes how the rules had traced the row, or what an earlier word has of that.</summary>
    private static void Insert(IDbConnection connection, IDbTransaction transaction, OrderClaim claim) => connection.Execute(
        """
        INSERT INTO order_claims (id, network, row_id, group_id, claimed_at, claimed_by, traced_by, traced_group, traced_post, traced_confidence)
        SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM order_claims), @Network, @RowId, @GroupId, @at, @By,
            CASE o.attribution WHEN 'claimed' THEN c.traced_by ELSE o.attribution END, CASE o.attribution WHEN 'claimed' THEN c.traced_group ELSE o.group_id END,
            CASE o.attribution WHEN 'claimed' THEN c.traced_post ELSE o.post_id END, CASE o.attribution WHEN 'claimed' THEN c.traced_confidence ELSE o.confidence END
        FROM (SELECT 1) here LEFT JOIN orders o ON o.network = @Network AND o.row_id = @RowId
        LEFT JOIN order_claims c ON c.id = (SELECT MAX(last.id) FROM order_claims last WHERE last.network = @Network AND last.row_id = @RowId)
        """,
        new { claim.Network, claim.RowId, claim.GroupId, at = claim.At.ToUnixTimeMilliseconds(), claim.By },
        transaction);
}
