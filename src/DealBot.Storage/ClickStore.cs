using System.Data;
using Dapper;
using DealBot.Core.Clicks;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class ClickStore(SqliteDatabase database) : IClickStore
{
    public Task<JournalPosition?> ReachedAsync(string journal, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection
            .Query<(long Segment, long Position)>("SELECT segment, position FROM click_journals WHERE journal = @journal", new { journal })
            .Select(row => new JournalPosition(journal, row.Segment, row.Position))
            .FirstOrDefault(),
        cancellationToken);

    public Task<bool> AppendAsync(JournalPosition from, ClickBatch batch, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (!Move(connection, transaction, from, batch.Next))
            {
                return false;
            }

            using var command = new ClickCommand(connection, transaction);
            var counts = new Dictionary<(string GroupId, long Hour), Count>();
            var byCode = new Dictionary<string, long>();
            foreach (var click in batch.Clicks)
            {
                var isNewVisitor = command.Append(click);
                var cell = (click.GroupId, Moments.HourOf(click.At));
                counts[cell] = counts.GetValueOrDefault(cell).Plus(click.Kind, isNewVisitor);
                if (click.Kind == ClickKind.Person)
                {
                    byCode[click.Code] = byCode.GetValueOrDefault(click.Code) + 1;
                }
            }

            foreach (var ((groupId, hour), count) in counts)
            {
                Add(connection, transaction, groupId, hour, count);
            }

            connection.Execute(
                "UPDATE post_deals SET clicks = clicks + @Clicks WHERE code = @Code", byCode.Select(row => new { Code = row.Key, Clicks = row.Value }), transaction);
            return true;
        },
        cancellationToken);

    public Task ForgetAsync(string journal, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute("DELETE FROM click_journals WHERE journal = @journal", new { journal }, transaction),
        cancellationToken);

    public Task CountLostAsync(IReadOnlyList<LostClicks> lost, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            foreach (var part in lost)
            {
                Add(connection, transaction, part.GroupId, part.Hour.ToUnixTimeMilliseconds(), new Count(0, 0, 0, part.Count));
            }

            return lost.Count;
        },
        cancellationToken);

    /// <summary>Moves the journal's place, if it is still where it was.</summary>
    private static bool Move(IDbConnection connection, IDbTransaction transaction, JournalPosition from, JournalPosition to)
    {
        var places = new { from.Journal, fromSegment = from.Segment, fromOffset = from.Offset, toSegment = to.Segment, toOffset = to.Offset };
        if (from == JournalPosition.StartOf(from.Journal))
        {
            connection.Execute("INSERT INTO click_journals (journal, segment, position) VALUES (@Journal, 0, 0) ON CONFLICT (journal) DO NOTHING", places, transaction);
        }

        return connection.Execute(
            """
            UPDATE click_journals SET segment = @toSegment, position = @toOffset
            WHERE journal = @Journal AND segment = @fromSegment AND position = @fromOffset
            """,
            places,
            transaction) == 1;
    }

    private static void Add(IDbConnection connection, IDbTransaction transaction, string groupId, long hour, Count count) => connection.Execute(
        """
        INSERT INTO metrics_hourly (group_id, hour, clicks, visitors, raw_clicks, lost_clicks) VALUES (@groupId, @hour, @Clicks, @Visitors, @Raw, @Lost)
        ON CONFLICT (group_id, hour) DO UPDATE SET
            clicks = metrics_hourly.clicks + excluded.clicks, visitors = metrics_hourly.visitors + excluded.visitors,
            raw_clicks = metrics_hourly.raw_clicks + excluded.raw_clicks, lost_clicks = metrics_hourly.lost_clicks + excluded.lost_clicks
        """,
        new { groupId, hour, count.Clicks, count.Visitors, count.Raw, count.Lost },
        transaction);

    private readonly record struct Count(long Clicks, long Visitors, long Raw, long Lost)
    {
        public Count Plus(ClickKind kind, bool isNewVisitor) => this with
        {
            Clicks = Clicks + (kind == ClickKind.Person ? 1 : 0),
            Visitors = Visitors + (isNewVisitor ? 1 : 0),
            Raw = Raw + 1,
        };
    }
}
