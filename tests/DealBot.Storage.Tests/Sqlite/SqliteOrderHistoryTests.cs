using Dapper;

namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderHistoryTests : OrderHistoryContract
{
    protected override StorageStage SetStage() => new SqliteStage();

    /// <summary>Versions are kept for ever, and this is asked for every hour of every sweep.</summary>
    [Test]
    public void What_a_window_should_list_is_found_by_its_time_and_not_among_all_that_the_network_sent()
    {
        var steps = PlanOf(OrderHistory.BookedSql, new { id = "jd/main", from = 0L, until = 1L });

        Assert.That(steps, Has.Some.Contains("SEARCH s USING INDEX order_snapshots_ordered").And.Some.Contains("SEARCH o USING INDEX sqlite_autoindex_orders_1 (network=? AND row_id=?)"));
    }

    [Test]
    public void Rows_that_wait_for_their_payday_are_found_as_such_and_not_among_all_orders_there_ever_were()
    {
        var steps = PlanOf(OrderHistory.ConfirmedSql, new { network = "jd", account = "main", after = "r1", since = 0L, limit = 1 });

        Assert.That(steps, Has.Some.Contains("SEARCH o USING INDEX orders_confirmed (network=? AND account=? AND row_id>?)"));
        Assert.That(steps, Has.None.Contains("TEMP B-TREE"), "the index has them in the order of pages");
    }

    private List<string> PlanOf(string sql, object parameters) => ((SqliteStage)Stage).Database.ReadAsync(
        connection => connection.Query<(long Id, long Parent, long Unused, string Step)>("EXPLAIN QUERY PLAN " + sql, parameters).Select(row => row.Step).ToList(),
        default).Result;
}
