using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Benchmarks.Orders;

/// <summary>
/// A million orders (or <c>DEALBOT_BENCH_ORDERS</c>) with three updates each, taken in, attributed and posted to the ledger window by window,
/// against plain inserts of the same updates into one table in transactions of the same size. Both go on in turns.
/// </summary>
internal static class LedgerBenchmark
{
    private const int WindowsATurn = 120;

    public static async Task RunAsync(ScratchFolder folder)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("DEALBOT_BENCH_ORDERS") ?? "1000000", CultureInfo.InvariantCulture);
        var path = folder.Path("ledger/dealbot.db");
        using var database = SqliteDatabase.Open(new StorageOptions { Path = path });
        SeedLinks(path);
        var stream = new OrderStream(count);
        var configuration = Configure(folder.Path("ledger-config"));
        using var links = new LinkDirectory(new LinkStore(database));
        var tracing = new OrderTracing(
            new AccountOwners(configuration, new AccountOwnerHistory(database), TimeProvider.System, NullLogger<AccountOwners>.Instance),
            new OrderAttribution(
                new AttributionRules(
                    configuration,
                    links,
                    new PositionHolders(new PositionStore(database), TimeProvider.System),
                    new ClickJoin(new ClickTrail(database), new OrderOptions())),
                new ClaimedOrders(new OrderClaims(database)),
                new OrderTraces(database)),
            new PromotersOfGroups());
        var intake = new OrderIntake(tracing, new OrderStore(database), new WindowClock());
        using var bare = OpenBare(folder.Path("ledger/bare.db"));
        var (ours, plain) = (new Spent(), new Spent());
        foreach (var windows in stream.Windows.Chunk(WindowsATurn))
        {
            plain.Begin();
            InsertBare(bare, stream, windows);
            plain.End();
            ours.Begin();
            await foreach (var _ in intake.TakeAsync(stream, windows, movesWatermark: true, CancellationToken.None))
            {
            }

            ours.End();
        }

        Report(count, ours, plain, database);
    }

    private static void Report(int count, Spent ours, Spent plain, SqliteDatabase database)
    {
        var entries = database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM ledger_entries"), CancellationToken.None).Result;
        using var process = Process.GetCurrentProcess();
        Figures.Print("order updates inserted plainly", 3 * count / plain.Elapsed.TotalSeconds);
        Figures.Print("order updates taken in, attributed and posted", 3 * count / ours.Elapsed.TotalSeconds);
        Figures.PrintRatio("  taken in / plain", plain.Elapsed / ours.Elapsed);
        Figures.PrintRatio("  taken in / plain, by time of the processor", plain.Processor / ours.Processor);
        Line($"{count:N0} orders, three updates each (aim for 1,000,000: under 180)", ours.Elapsed.TotalSeconds, "s");
        Line("  of that, time of the processor", ours.Processor.TotalSeconds, "s");
        Line("  entries in the books", entries, "");
        Line("  peak memory of the process (aim: under 400)", process.PeakWorkingSet64 / 1048576.0, "MB");
    }

    private static void Line(string what, double figure, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {figure,12:N0} {unit}"));

    private static void InsertBare(SqliteConnection connection, OrderStream stream, OrderWindow[] windows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO updates VALUES ($id, $order, $sub, $item, $title, $status, $ordered, $modified, $base, $fee, $raw)";
        var parameters = "id order sub item title status ordered modified base fee raw".Split(' ').Select(name => command.Parameters.Add($"${name}", SqliteType.Text)).ToArray();
        var transaction = connection.BeginTransaction();
        var written = 0;
        foreach (var window in windows)
        {
            command.Transaction = transaction;
            foreach (var row in stream.Updates(window))
            {
                written++;
                object?[] values = [row.RowId, row.OrderId, row.Tracking.SubId, row.Deal.ItemId, row.Title, row.StatusCode, row.OrderedAt.ToUnixTimeMilliseconds(), row.ModifiedAt.ToUnixTimeMilliseconds(), row.EstimatedBase.Fen, row.EstimatedFee.Fen, row.Raw];
                for (var i = 0; i < values.Length; i++)
                {
                    parameters[i].Value = values[i] ?? DBNull.Value;
                }

                command.ExecuteNonQuery();
            }

            // Where the intake ends a transaction this one does.
            if (written >= OrderIntake.RowsAtOnce)
            {
                transaction.Commit();
                transaction.Dispose();
                (transaction, written) = (connection.BeginTransaction(), 0);
            }
        }

        transaction.Commit();
        transaction.Dispose();
    }

    private static SqliteConnection OpenBare(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE updates (id TEXT, order_id TEXT, sub TEXT, item TEXT, title TEXT, status TEXT, ordered BIGINT, modified BIGINT, base BIGINT, fee BIGINT, raw TEXT, PRIMARY KEY (id, modified))");
        return connection;
    }

    /// <summary>The links that orders name, as posts of the past left them.</summary>
    private static void SeedLinks(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            INSERT INTO posts (post_id, kind, owner_id, adapter, address, due_at, expires_at, state, next_attempt_at, considered, rejections, ad_law_flags)
            VALUES ('p', 'slot', 'o', 'preview', 'o', 0, 0, 'sent', 0, 0, '{}', '')
            """,
            transaction: transaction);
        connection.Execute(
            """
            INSERT INTO post_deals (post_id, group_id, slot_at, network, item_id, title, category, price_fen, final_price_fen, commission_bp, code, target)
            VALUES ('p', @Group, @Number, 'jd', 'item', 't', 'c', 1, 1, 1, @Code, 'https://u.jd.com/bench')
            """,
            Enumerable.Range(0, OrderStream.Groups * OrderStream.LinksPerGroup)
                .Select(number => new { Number = number, Group = OrderStream.GroupId(number / OrderStream.LinksPerGroup), Code = OrderStream.Code(number) }),
            transaction);
        transaction.Commit();
    }

    private static LiveConfiguration Configure(string folder)
    {
        Directory.CreateDirectory(folder);
        void Write(string name, object content) => File.WriteAllText(Path.Combine(folder, name), JsonSerializer.Serialize(content));
        Write(GroupsFile.Name, new
        {
            groups = Enumerable.Range(0, OrderStream.Groups)
                .Select(number => new { id = OrderStream.GroupId(number), name = "群", owner = "o", adapter = "preview", address = $"a{number}", audience = "a", schedule = "s" }),
        });
        Write(OwnersFile.Name, new { owners = new[] { new { id = "o", name = "O", networkAccounts = new { jd = "main" }, digest = new { at = "21:00", adapter = "preview", address = "o" } } } });
        Write(SchedulesFile.Name, new { schedules = new[] { new { id = "s", rules = new[] { new { at = new[] { "09:00" } } } } } });
        Write(AudiencesFile.Name, new { audiences = new[] { new { id = "a", name = "邻里" } } });
        var surroundings = new Surroundings
        {
            Adapters = new Dictionary<string, Func<string, bool>> { ["preview"] = _ => true },
            NetworkAccounts = new Dictionary<string, IReadOnlyCollection<string>> { ["jd"] = ["main"] },
            ParseCron = (_, _) => throw new FormatException("no schedule here has one"),
            TemplateExists = _ => true,
        };
        return LiveConfiguration.Open(folder, surroundings, out var faults)
            ?? throw new InvalidOperationException(string.Join('\n', faults.Select(fault => fault.In(Language.English))));
    }

    /// <summary>What came came when the bench began: months of the books are not what is measured.</summary>
    private sealed class WindowClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => OrderStream.Start.AddDays(81);
    }
}
