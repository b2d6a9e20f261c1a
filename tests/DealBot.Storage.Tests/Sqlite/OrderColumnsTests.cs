using System.Text.RegularExpressions;

namespace DealBot.Storage.Tests.Sqlite;

public sealed partial class OrderColumnsTests
{
    [Test]
    public void An_update_sets_no_column_of_an_index_so_that_none_is_written_over()
    {
        using var stage = new SqliteStage();
        var indexed = stage.Query<string>("SELECT DISTINCT c.name FROM pragma_index_list('orders') i JOIN pragma_index_info(i.name) c WHERE c.name IS NOT NULL");

        var set = Setting().Matches(OrderColumns.UpdateSql.Split("WHERE")[0]).Select(match => match.Groups["column"].Value).ToList();

        Assert.That(indexed, Does.Contain("item_id").And.Contains("post_id"));
        Assert.That(set, Does.Contain("title").And.Contains("commission_fen"));
        Assert.That(set.Intersect(indexed), Is.Empty);
    }

    [GeneratedRegex(@"(?<column>\w+) = @p")]
    private static partial Regex Setting();
}
