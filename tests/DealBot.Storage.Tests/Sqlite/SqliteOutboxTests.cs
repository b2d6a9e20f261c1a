using Dapper;

namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOutboxTests : OutboxContract
{
    private static readonly string[] Statements =
        [OutboxLeaseSql.EndMessages, OutboxLeaseSql.EndSending, OutboxLeaseSql.EndLeased, OutboxLeaseSql.EndStale, OutboxLeaseSql.Due];

    protected override StorageStage SetStage() => new SqliteStage();

    /// <summary>A year of a thousand groups is millions of posts, and this is asked every second.</summary>
    [TestCaseSource(nameof(Statements))]
    public void What_takes_up_due_posts_reads_open_posts_only(string sql)
    {
        var anything = new
        {
            now = 0L,
            clock = 0L,
            max = 1,
            until = 0L,
            UnknownZh = "",
            UnknownEn = "",
            Code = "",
            Zh = "",
            En = "",
            PausedCode = "",
            PausedZh = "",
            PausedEn = "",
            Blocked = "",
            BlockedZh = "",
            BlockedEn = "",
        };

        var steps = ((SqliteStage)Stage).Database.ReadAsync(
            connection => connection.Query<(long Id, long Parent, long Unused, string Step)>("EXPLAIN QUERY PLAN " + sql, anything).Select(row => row.Step).ToList(), default).Result;

        Assert.That(steps, Has.Some.Contains("USING INDEX posts_open"));
        Assert.That(steps.Where(step => step is "SCAN p" or "SCAN posts" or "SCAN messages" or "SCAN m"), Is.Empty);
    }
}
