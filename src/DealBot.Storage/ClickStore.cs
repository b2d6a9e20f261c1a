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
            foreach (var click in clicks)
            {
                Append(connection, transaction, click, (long)uniqueWindow.TotalMilliseconds);
            }

            return clicks.Count;
        },
        cancellationToken);

    private static void Append(IDbConnection connection, IDbTransaction transaction, Click click, long window)
    {
        var row = new
        {
            click.Code,
            click.GroupId,
            at = click.At.ToUnixTimeMilliseconds(),
            kind = Names.Of(click.Kind),
            click.VisitorId,
            since = click.At.ToUnixTimeMilliseconds() - window,
            hour = Moments.HourOf(click.At),
        };
        if (click.Kind == ClickKind.Person)
        {
            connection.Execute(
                """
                INSERT INTO metrics_hourly (group_id, hour, clicks, visitors)
                SELECT @GroupId, @hour, 1, CASE WHEN EXISTS
                    (SELECT 1 FROM clicks WHERE code = @Code AND visitor = @VisitorId AND at > @since AND kind = 'person') THEN 0 ELSE 1 END
                WHERE 1 = 1
                ON CONFLICT (group_id, hour) DO UPDATE SET clicks = metrics_hourly.clicks + 1, visitors = metrics_hourly.visitors + excluded.visitors
                """,
                row,
                transaction);
        }

        connection.Execute(
            "INSERT INTO clicks (code, group_id, at, kind, visitor) VALUES (@Code, @GroupId, @at, @kind, @VisitorId)",
            row,
            transaction);
    }
}
