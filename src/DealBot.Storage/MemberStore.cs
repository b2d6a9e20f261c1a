using System.Data;
using System.Globalization;
using Dapper;
using DealBot.Core.Groups;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class MemberStore(SqliteDatabase database) : IMemberStore
{
    public Task CountAsync(string groupId, DateOnly day, int members, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            """
            INSERT INTO member_days (group_id, day, members) VALUES (@groupId, @day, @members)
            ON CONFLICT (group_id, day) DO UPDATE SET members = excluded.members
            """,
            new { groupId, day = TextOf(day), members },
            transaction),
        cancellationToken);

    public Task<IReadOnlyList<MemberDay>> ReadAsync(IReadOnlyCollection<string> groupIds, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<MemberDay>>(
            connection => [.. connection
                .Query<(string GroupId, string Day, long? Members, long Joined, long Gone)>(
                    $"""
                    SELECT group_id, day, members, joined, gone FROM member_days
                    WHERE group_id IN {GroupSet.Members} AND day >= @from AND day <= @until ORDER BY group_id, day
                    """,
                    new { groups = GroupSet.Of(groupIds), from = TextOf(from), until = TextOf(until) })
                .Select(row => new MemberDay(row.GroupId, DateOnly.ParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Members, row.Joined, row.Gone))],
            cancellationToken);

    /// <summary>Adds to a day as part of a transaction.</summary>
    internal static void Add(IDbConnection connection, IDbTransaction transaction, string groupId, DateOnly day, int joined, int gone) => connection.Execute(
        """
        INSERT INTO member_days (group_id, day, joined, gone) VALUES (@groupId, @day, @joined, @gone)
        ON CONFLICT (group_id, day) DO UPDATE SET joined = member_days.joined + excluded.joined, gone = member_days.gone + excluded.gone
        """,
        new { groupId, day = TextOf(day), joined, gone },
        transaction);

    private static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
