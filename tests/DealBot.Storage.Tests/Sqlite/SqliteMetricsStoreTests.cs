using Dapper;

namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteMetricsStoreTests : MetricsStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();

    /// <summary>Orders are kept for ever, and a digest is of one day.</summary>
    [Test]
    public void What_a_days_deals_brought_is_found_by_its_posts_and_not_among_all_orders()
    {
        var steps = ((SqliteStage)Stage).Database.ReadAsync(
            connection => connection
                .Query<(long Id, long Parent, long Unused, string Step)>("EXPLAIN QUERY PLAN " + MetricsStore.DealsSql, new { groups = "[]", from = 0L, until = 1L })
                .Select(row => row.Step).ToList(),
            default).Result;

        Assert.That(steps, Has.Some.Contains("SEARCH o USING INDEX orders_post").And.Some.Contains("SEARCH o USING INDEX orders_unlinked"));
        Assert.That(steps, Has.None.EqualTo("SCAN o"));
    }
}
