using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class OrderSyncLog(SqliteDatabase database) : IOrderSyncLog
{
    /// <summary>1440 rows a day and account; older ones tell nobody anything.</summary>
    private static readonly TimeSpan KeptRecent = TimeSpan.FromDays(30);

    public Task RecordAsync(SyncRun run, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            connection.Execute(
                """
                INSERT INTO order_syncs (network, account, kind, started_at, ended_at, from_at, until_at, rows_seen, rows_new, rows_changed, rows_unreadable, fault)
                VALUES (@Network, @Account, @kind, @startedAt, @endedAt, @from, @until, @Rows, @New, @Changed, @Unreadable, @Fault)
                ON CONFLICT (network, account, kind, started_at) DO NOTHING
                """,
                new
                {
                    run.Network,
                    run.Account,
                    kind = Names.Of(run.Kind),
                    startedAt = run.StartedAt.ToUnixTimeMilliseconds(),
                    endedAt = run.EndedAt.ToUnixTimeMilliseconds(),
                    from = run.From?.ToUnixTimeMilliseconds(),
                    until = run.Until?.ToUnixTimeMilliseconds(),
                    run.Rows,
                    run.New,
                    run.Changed,
                    run.Unreadable,
                    run.Fault,
                },
                transaction);
            return Forget(connection, transaction, run);
        },
        cancellationToken);

    public Task<IReadOnlyList<SyncStanding>> StandingsAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SyncStanding>>(
        connection => [.. connection
            .Query<(string Network, string Account, long Until, string? Fault)>(
                """
                SELECT w.network, w.account, w.until,
                    (SELECT s.fault FROM order_syncs s WHERE s.network = w.network AND s.account = w.account AND s.kind = @recent ORDER BY s.started_at DESC LIMIT 1)
                FROM order_watermarks w ORDER BY w.network, w.account
                """,
                new { recent = Names.Of(SyncKind.Recent) })
            .Select(row => new SyncStanding(row.Network, row.Account, Moments.From(row.Until), row.Fault))],
        cancellationToken);

    public Task<OrderSweep?> SweepAsync(string network, string account, SyncKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection
            .Query<SweepRow>(
                "SELECT * FROM order_sweeps WHERE network = @network AND account = @account AND kind = @kind",
                new { network, account, kind = Names.Of(kind) })
            .Select(row => row.ToSweep(kind))
            .FirstOrDefault(),
        cancellationToken);

    public Task KeepAsync(OrderSweep sweep, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(SweepRow.UpsertSql, SweepRow.Of(sweep), transaction),
        cancellationToken);

    private static int Forget(IDbConnection connection, IDbTransaction transaction, SyncRun run) => connection.Execute(
        "DELETE FROM order_syncs WHERE network = @Network AND account = @Account AND kind = @recent AND started_at < @before",
        new { run.Network, run.Account, recent = Names.Of(SyncKind.Recent), before = (run.StartedAt - KeptRecent).ToUnixTimeMilliseconds() },
        transaction);

    /// <summary>A row of <c>order_sweeps</c>.</summary>
    private sealed record SweepRow
    {
        public const string UpsertSql =
            """
            INSERT INTO order_sweeps (network, account, kind, started_at, ended_at, from_at, until_at, by_time, reached, rows_seen, missing, outdated, difference_fen, unlisted, unreadable)
            VALUES (@Network, @Account, @Kind, @StartedAt, @EndedAt, @FromAt, @UntilAt, @ByTime, @Reached, @RowsSeen, @Missing, @Outdated, @DifferenceFen, @Unlisted, @Unreadable)
            ON CONFLICT (network, account, kind) DO UPDATE SET
                started_at = excluded.started_at, ended_at = excluded.ended_at, from_at = excluded.from_at, until_at = excluded.until_at,
                by_time = excluded.by_time, reached = excluded.reached, rows_seen = excluded.rows_seen, missing = excluded.missing,
                outdated = excluded.outdated, difference_fen = excluded.difference_fen, unlisted = excluded.unlisted, unreadable = excluded.unreadable
            """;

        public string Network { get; init; } = "";

        public string Account { get; init; } = "";

        public string Kind { get; init; } = "";

        public long StartedAt { get; init; }

        public long? EndedAt { get; init; }

        public long FromAt { get; init; }

        public long UntilAt { get; init; }

        public string ByTime { get; init; } = "";

        public long Reached { get; init; }

        public long RowsSeen { get; init; }

        public long Missing { get; init; }

        public long Outdated { get; init; }

        public long DifferenceFen { get; init; }

        public long Unlisted { get; init; }

        public long Unreadable { get; init; }

        public static SweepRow Of(OrderSweep sweep) => new()
        {
            Network = sweep.Network,
            Account = sweep.Account,
            Kind = Names.Of(sweep.Kind),
            StartedAt = sweep.StartedAt.ToUnixTimeMilliseconds(),
            EndedAt = sweep.EndedAt?.ToUnixTimeMilliseconds(),
            FromAt = sweep.From.ToUnixTimeMilliseconds(),
            UntilAt = sweep.Until.ToUnixTimeMilliseconds(),
            ByTime = Names.Of(sweep.By),
            Reached = sweep.Reached.ToUnixTimeMilliseconds(),
            RowsSeen = sweep.Rows,
            Missing = sweep.Missing,
            Outdated = sweep.Outdated,
            DifferenceFen = sweep.Difference.Fen,
            Unlisted = sweep.Unlisted,
            Unreadable = sweep.Unreadable,
        };

        public OrderSweep ToSweep(SyncKind kind) => new()
        {
            Network = Network,
            Account = Account,
            Kind = kind,
            StartedAt = Moments.From(StartedAt),
            EndedAt = EndedAt is { } ended ? Moments.From(ended) : null,
            From = Moments.From(FromAt),
            Until = Moments.From(UntilAt),
            By = ByTime == Names.Of(OrderTime.Ordered) ? OrderTime.Ordered : OrderTime.Updated,
            Reached = Moments.From(Reached),
            Rows = (int)RowsSeen,
            Missing = (int)Missing,
            Outdated = (int)Outdated,
            Difference = new Money(DifferenceFen),
            Unlisted = (int)Unlisted,
            Unreadable = (int)Unreadable,
        };
    }
}
