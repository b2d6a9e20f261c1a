using Dapper;

namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderHistoryTests : OrderHistoryContract
{
    protected override StorageStage SetStage() => new SqliteStage();

    /// <summary>Versions are kept for ever, and this is asked for every hour of every sweep.</summary>
    [Test]
    public void What_a_window_should_list_is_found_by_its_time_and_not_among_all_that_the_network_sent()
    {
        var steps = ((SqliteStage)Stage).Database.ReadAsync(
            connection => connection
                .Query<(long Id, long Parent, long Unused, string Step)>("EXPLAIN QUERY PLAN " + OrderHistory.BookedSql, new { id = "jd/main", from = 0L, until = 1L })
                .Select(row => row.Step).ToList(),
            default).Result;

        Assert.That(steps, Has.Some.Contains("SEARCH s USING INDEX order_snapshots_ordered").And.Some.Contains("SEARCH o USING INDEX sqlite_autoindex_orders_1 (network=? AND row_id=?)"));
    }
}
