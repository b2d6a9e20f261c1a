using System.Data;
using Dapper;
using DealBot.Core.Accounts;
using DealBot.Core.Health;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class ServiceFiguresStore(SqliteDatabase database) : IServiceFigures
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    public Task<ServiceFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var span = new { now = now.ToUnixTimeMilliseconds(), since = now.ToUnixTimeMilliseconds() - Day };
            var open = connection.QuerySingle<(long Due, long Ahead, long? Oldest)>(
                """
                SELECT COALESCE(SUM(CASE WHEN planned_at <= @now THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN planned_at > @now THEN 1 ELSE 0 END), 0),
                    MIN(CASE WHEN planned_at <= @now THEN planned_at END)
                FROM posts WHERE state IN ('planned', 'leased', 'sending')
                """,
                span);
            return new ServiceFigures
            {
                Due = open.Due,
                Ahead = open.Ahead,
                OldestDue = MomentOf(open.Oldest),
                LastDay = connection
                    .Query<(string State, long Count)>("SELECT state, COUNT(*) FROM posts WHERE due_at > @since AND due_at <= @now AND kind <> 'reply' GROUP BY state", span)
                    .ToDictionary(row => row.State, row => row.Count),
                Clicks = connection.ExecuteScalar<long>("SELECT COALESCE(SUM(clicks), 0) FROM metrics_of_owners WHERE hour > @since AND hour <= @now", span),
                Orders = Orders(connection),
                Links = CanaryStore.List(connection),
                LatestSent = MomentOf(connection.ExecuteScalar<long?>("SELECT MAX(sent_at) FROM posts WHERE due_at > @since", span)),
            };
        },
        cancellationToken);

    public Task<IReadOnlyList<SentPost>> SentAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SentPost>>(
            connection => [.. connection
                .Query<(string Kind, long Late)>(
                    "SELECT kind, sent_at - planned_at FROM posts WHERE due_at > @since AND sent_at > @after AND sent_at <= @until",
                    new { since = after.ToUnixTimeMilliseconds() - Day, after = after.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })
                .Select(row => new SentPost(row.Kind, TimeSpan.FromMilliseconds(row.Late)))],
            cancellationToken);

    public Task<IReadOnlyList<AccountLoad>> LoadsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AccountLoad>>(
            connection =>
            {
                var at = now.ToUnixTimeMilliseconds();
                return [.. connection
                    .Query<(string Adapter, string Account, long LastMinute, long LastHour, long LastDay)>(
                        """
                        SELECT adapter, account, SUM(CASE WHEN at > @minute THEN 1 ELSE 0 END), SUM(CASE WHEN at > @hour THEN 1 ELSE 0 END), COUNT(*)
                        FROM attempts WHERE at > @day AND at <= @at GROUP BY adapter, account ORDER BY adapter, account
                        """,
                        new { at, minute = at - Minute, hour = at - Hour, day = at - Day })
                    .Select(row => new AccountLoad(new AccountKey(row.Adapter, row.Account), row.LastMinute, row.LastHour, row.LastDay))];
            },
            cancellationToken);

    private static List<OrdersKnown> Orders(IDbConnection connection) =>
    [
        .. connection
            .Query<(string Network, string Account, long Until)>("SELECT network, account, until FROM order_watermarks ORDER BY network, account")
            .Select(row => new OrdersKnown(row.Network, row.Account, Moments.From(row.Until))),
    ];

    private static DateTimeOffset? MomentOf(long? milliseconds) => milliseconds is { } known ? Moments.From(known) : null;
}
