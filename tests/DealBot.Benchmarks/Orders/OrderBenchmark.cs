using System.Diagnostics;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Benchmarks.Orders;

/// <summary>
/// Orders taken over (looked up, compared, kept as they came, booked, hourly figures reckoned again), new ones and ones that changed, against
/// bare prepared inserts of the same rows into one table.
/// </summary>
internal static class OrderBenchmark
{
    private const int Rounds = 5;
    private const int Batches = 10;
    private const int BatchSize = 500;

    public static async Task RunAsync(ScratchFolder folder)
    {
        using var database = SqliteDatabase.Open(new StorageOptions { Path = folder.Path("orders/dealbot.db") });
        var store = new OrderStore(database);
        using var raw = OpenRaw(folder.Path("orders/raw.db"));
        List<double> ours = [], again = [], bare = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var rows = Enumerable.Range(0, Batches * BatchSize).Select(number => Row((round * Batches * BatchSize) + number)).ToList();
            var (bareRate, ourRate) = (Insert(raw, rows), await SaveAsync(store, rows));
            var againRate = await SaveAsync(store, [.. rows.Select(Completed)]);
            if (round > 0)
            {
                bare.Add(bareRate);
                ours.Add(ourRate);
                again.Add(againRate);
            }
        }

        Figures.Print("orders inserted bare", Figures.Median(bare));
        Figures.Print("orders ingested", Figures.Median(ours));
        Figures.PrintRatio("  ingested / bare", Figures.Median(ours.Zip(bare, (with, without) => with / without)));
        Figures.Print("orders changed", Figures.Median(again));
        Figures.PrintRatio("  changed / bare", Figures.Median(again.Zip(bare, (with, without) => with / without)));
    }

    private static async Task<double> SaveAsync(OrderStore store, List<AttributedOrder> rows)
    {
        var watch = Stopwatch.StartNew();
        foreach (var batch in rows.Chunk(BatchSize))
        {
            var until = batch[^1].Order.ModifiedAt;
            await store.SaveAsync(
                new OrderBatch { Network = "jd", Account = "main", Orders = batch, SeenAt = until, Watermark = new OrderWindow(until.AddHours(-1), until) }, CancellationToken.None);
        }

        return rows.Count / watch.Elapsed.TotalSeconds;
    }

    private static double Insert(SqliteConnection connection, List<AttributedOrder> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO orders VALUES ($id, $order, $group, $item, $title, $status, $ordered, $modified, $base, $fee, $raw)";
        var parameters = "id order group item title status ordered modified base fee raw".Split(' ').Select(name => command.Parameters.Add($"${name}", SqliteType.Text)).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var batch in rows.Chunk(BatchSize))
        {
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            foreach (var row in batch)
            {
                object?[] values = [row.Order.RowId, row.Order.OrderId, row.Attribution.GroupId, row.Order.Deal.ItemId, row.Order.Title, "paid", row.Order.OrderedAt.ToUnixTimeMilliseconds(), row.Order.ModifiedAt.ToUnixTimeMilliseconds(), row.Order.EstimatedBase.Fen, row.Order.EstimatedFee.Fen, row.Order.Raw];
                for (var i = 0; i < values.Length; i++)
                {
                    parameters[i].Value = values[i] ?? DBNull.Value;
                }

                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows.Count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The same row a week later: another status, other amounts, another version to keep.</summary>
    private static AttributedOrder Completed(AttributedOrder row) => row with
    {
        Order = row.Order with
        {
            Status = OrderStatus.Confirmed,
            StatusCode = "17",
            ModifiedAt = row.Order.ModifiedAt.AddDays(7),
            ActualBase = new Money(3990),
            ActualFee = new Money(399),
            Raw = new string('y', 600),
        },
    };

    private static SqliteConnection OpenRaw(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE orders (id TEXT PRIMARY KEY, order_id TEXT, group_id TEXT, item TEXT, title TEXT, status TEXT, ordered BIGINT, modified BIGINT, base BIGINT, fee BIGINT, raw TEXT)";
        command.ExecuteNonQuery();
        return connection;
    }

    private static AttributedOrder Row(int number)
    {
        var at = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number);
        var order = new OrderUpdate
        {
            Network = "jd",
            RowId = number.ToString(CultureInfo.InvariantCulture),
            OrderId = $"3{number:00000000}",
            Deal = new DealKey("jd", $"item{number % 400}"),
            Title = "清风抽纸 家用实惠装 24 包",
            Status = OrderStatus.Paid,
            StatusCode = "16",
            StatusText = new Phrase("已付款", "paid"),
            OrderedAt = at,
            ModifiedAt = at,
            EstimatedBase = new Money(3990),
            EstimatedFee = new Money(399),
            Tracking = new Tracking($"g{number % 12}_abc", null),
            Raw = new string('x', 600),
        };
        return new AttributedOrder(order, "o", new Attribution(AttributionMethod.SubId, $"g{number % 12}", null));
    }
}
