using System.Data;
using Dapper;
using DealBot.Core.Metrics;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class GroupOwners(SqliteDatabase database) : IGroupOwners
{
    /// <summary>Whom the figures of a group belong to that is nobody's.</summary>
    private const string Nobody = "";

    /// <summary>A transaction a group, so that nobody who writes waits for all of them when a service with a history comes to this version.</summary>
    public async Task<int> KeepAsync(IReadOnlyDictionary<string, string> owners, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owners);
        var kept = await database.ReadAsync(
            connection => connection.Query<(string GroupId, string OwnerId)>("SELECT group_id, owner_id FROM group_owners").ToDictionary(row => row.GroupId, row => row.OwnerId),
            cancellationToken).ConfigureAwait(false);
        var changed = kept.Keys.Union(owners.Keys)
            .Where(group => kept.GetValueOrDefault(group, Nobody) != owners.GetValueOrDefault(group, Nobody)).Order(StringComparer.Ordinal).ToList();
        foreach (var group in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await database.WriteAsync((connection, transaction) => Move(connection, transaction, group, owners.GetValueOrDefault(group, Nobody)), cancellationToken).ConfigureAwait(false);
        }

        return changed.Count;
    }

    /// <summary>Asks again under the lock whose it is: what is taken from one owner must be what he has.</summary>
    private static int Move(IDbConnection connection, IDbTransaction transaction, string group, string to)
    {
        var from = connection.QuerySingleOrDefault<string>("SELECT owner_id FROM group_owners WHERE group_id = @group", new { group }, transaction) ?? Nobody;
        if (from == to)
        {
            return 0;
        }

        Add(connection, transaction, group, from, -1);
        Add(connection, transaction, group, to, 1);
        connection.Execute("DELETE FROM metrics_of_owners WHERE owner_id = @from AND parts = 0", new { from }, transaction);
        return connection.Execute(
            to == Nobody
                ? "DELETE FROM group_owners WHERE group_id = @group"
                : "INSERT INTO group_owners (group_id, owner_id) VALUES (@group, @to) ON CONFLICT (group_id) DO UPDATE SET owner_id = excluded.owner_id",
            new { group, to },
            transaction);
    }

    private static void Add(IDbConnection connection, IDbTransaction transaction, string group, string owner, int sign) => connection.Execute(
        """
        INSERT INTO metrics_of_owners (hour, owner_id, parts, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks)
        SELECT hour, @owner, @sign, @sign * posts, @sign * clicks, @sign * visitors, @sign * orders, @sign * sales_fen, @sign * commission_fen,
            @sign * raw_clicks, @sign * lost_clicks
        FROM metrics_hourly WHERE group_id = @group
        ON CONFLICT (hour, owner_id) DO UPDATE SET
            parts = metrics_of_owners.parts + excluded.parts, posts = metrics_of_owners.posts + excluded.posts,
            clicks = metrics_of_owners.clicks + excluded.clicks, visitors = metrics_of_owners.visitors + excluded.visitors,
            orders = metrics_of_owners.orders + excluded.orders, sales_fen = metrics_of_owners.sales_fen + excluded.sales_fen,
            commission_fen = metrics_of_owners.commission_fen + excluded.commission_fen,
            raw_clicks = metrics_of_owners.raw_clicks + excluded.raw_clicks, lost_clicks = metrics_of_owners.lost_clicks + excluded.lost_clicks
        """,
        new { group, owner, sign },
        transaction);
}
