using System.Diagnostics;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Benchmarks;

/// <summary>Orders taken over (looked up, compared, upserted, hourly figures reckoned again), against bare prepared inserts of the same rows.</summary>
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
        List<double> ours = [], bare = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var rows = Enumerable.Range(0, Batches * BatchSize).Select(number => Row((round * Batches * BatchSize) + number)).ToList();
            var (bareRate, ourRate) = (Insert(raw, rows), await SaveAsync(store, rows));
            if (round > 0)
            {
                bare.Add(bareRate);
                ours.Add(ourRate);
            }
        }

        Figures.Print("orders inserted bare", Figures.Median(bare));
        Figures.Print("orders ingested", Figures.Median(ours));
        Figures.PrintRatio("  ingested / bare", Figures.Median(ours.Zip(bare, (with, without) => with / without)));
    }

    private static async Task<double> SaveAsync(OrderStore store, List<AttributedOrder> rows)
    {
        var watch = Stopwatch.StartNew();
        foreach (var batch in rows.Chunk(BatchSize))
        {
            await store.SaveAsync("jd", "main", batch, batch[^1].Order.ModifiedAt, CancellationToken.None);
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
        return new AttributedOrder(order, "o", new Attribution(AttributionMethod.SubUnionId, $"g{number % 12}", null));
    }
}
