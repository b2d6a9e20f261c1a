using System.Data;
using Dapper;
using DealBot.Core.Clicks;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class ClickStore(SqliteDatabase database) : IClickStore
{
    public Task AppendAsync(IReadOnlyList<Click> clicks, TimeSpan uniqueWindow, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            using var command = new ClickCommand(connection, transaction, uniqueWindow);
            var counts = new Dictionary<(string GroupId, long Hour), (long Clicks, long Visitors)>();
            foreach (var click in clicks)
            {
                var isNewVisitor = command.Append(click);
                if (click.Kind == ClickKind.Person)
                {
                    var cell = (click.GroupId, Moments.HourOf(click.At));
                    var count = counts.GetValueOrDefault(cell);
                    counts[cell] = (count.Clicks + 1, count.Visitors + (isNewVisitor ? 1 : 0));
                }
            }

            foreach (var ((groupId, hour), count) in counts)
            {
                Count(connection, transaction, groupId, hour, count);
            }

            return clicks.Count;
        },
        cancellationToken);

    private static void Count(IDbConnection connection, IDbTransaction transaction, string groupId, long hour, (long Clicks, long Visitors) count) =>
        connection.Execute(
            """
            INSERT INTO metrics_hourly (group_id, hour, clicks, visitors) VALUES (@groupId, @hour, @Clicks, @Visitors)
            ON CONFLICT (group_id, hour) DO UPDATE SET
                clicks = metrics_hourly.clicks + excluded.clicks, visitors = metrics_hourly.visitors + excluded.visitors
            """,
            new { groupId, hour, count.Clicks, count.Visitors },
            transaction);
}
