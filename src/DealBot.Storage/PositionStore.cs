using System.Data;
using Dapper;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PositionStore(SqliteDatabase database) : IPositionStore
{
    private const string Columns = "SELECT network, account, position, group_id, from_at, until_at FROM position_allotments";

    public Task<IReadOnlyList<PositionAllotment>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PositionAllotment>>(
        connection => [.. connection.Query<Row>($"{Columns} ORDER BY from_at, network, account, position").Select(row => row.ToAllotment())],
        cancellationToken);

    public Task<string?> AllotAsync(PositionWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return database.WriteAsync(
            (connection, transaction) =>
            {
                var rows = connection.Query<Row>(
                    $"{Columns} WHERE network = @Network AND account = @Account ORDER BY from_at, position", new { wish.Network, wish.Account }, transaction).ToList();
                foreach (var row in rows.Where(row => row.UntilAt is null && !(wish.Holders.Contains(row.GroupId) && wish.Positions.Contains(row.Position))))
                {
                    GiveUp(connection, transaction, row, wish.Now);
                }

                return rows.FirstOrDefault(row => row.UntilAt is null && row.GroupId == wish.GroupId)?.Position ?? Give(connection, transaction, wish, rows);
            },
            cancellationToken);
    }

    private static string? Give(IDbConnection connection, IDbTransaction transaction, PositionWish wish, List<Row> rows)
    {
        // Of each position only the last allotment matters; the group's own last one goes on as if it had never been given up.
        var last = rows.GroupBy(row => row.Position).ToDictionary(position => position.Key, position => position.Last());
        var back = last.Values.Where(row => row.UntilAt is not null && row.GroupId == wish.GroupId && wish.Positions.Contains(row.Position)).MaxBy(row => row.UntilAt);
        if (back is not null)
        {
            Write(connection, transaction, "UPDATE position_allotments SET until_at = NULL", back);
            return back.Position;
        }

        var givenUpBy = wish.GivenUpBy.ToUnixTimeMilliseconds();
        var position = wish.Positions.FirstOrDefault(position => !last.ContainsKey(position))
            ?? wish.Positions.Where(position => last[position].UntilAt <= givenUpBy).MinBy(position => last[position].UntilAt);
        if (position is not null)
        {
            connection.Execute(
                "INSERT INTO position_allotments (network, account, position, group_id, from_at) VALUES (@Network, @Account, @position, @GroupId, @now)",
                new { wish.Network, wish.Account, position, wish.GroupId, now = wish.Now.ToUnixTimeMilliseconds() },
                transaction);
        }

        return position;
    }

    private static void GiveUp(IDbConnection connection, IDbTransaction transaction, Row row, DateTimeOffset now)
    {
        // A clock that ran ahead when it was allotted must not make it end before it began.
        row.UntilAt = Math.Max(row.FromAt, now.ToUnixTimeMilliseconds());
        Write(connection, transaction, "UPDATE position_allotments SET until_at = @UntilAt", row);
    }

    private static void Write(IDbConnection connection, IDbTransaction transaction, string update, Row row) => connection.Execute(
        $"{update} WHERE network = @Network AND account = @Account AND position = @Position AND from_at = @FromAt", row, transaction);

    private sealed record Row
    {
        public string Network { get; init; } = "";

        public string Account { get; init; } = "";

        public string Position { get; init; } = "";

        public string GroupId { get; init; } = "";

        public long FromAt { get; init; }

        public long? UntilAt { get; set; }

        public PositionAllotment ToAllotment() =>
            new(Network, Account, Position, GroupId, Moments.From(FromAt), UntilAt is { } until ? Moments.From(until) : null);
    }
}
