using System.Data;

namespace DealBot.Storage;

/// <summary>Hours whose order figures have to be reckoned again, and the reckoning: always from the rows, never by adding to what is there.</summary>
internal sealed class OrderHours(IDbConnection connection, IDbTransaction transaction) : IDisposable
{
    private const long Hour = 3_600_000;

    private readonly HashSet<(string GroupId, long Hour)> _touched = [];
    private readonly HashSet<string> _orderIds = [];

    private readonly RowCommand _rows = new(
        connection,
        transaction,
        "SELECT counts, order_id, sales_fen, commission_fen FROM orders WHERE group_id = @p0 AND ordered_at >= @p1 AND ordered_at < @p2");

    private readonly RowCommand _set = new(
        connection,
        transaction,
        """
        INSERT INTO metrics_hourly (group_id, hour, orders, sales_fen, commission_fen) VALUES (@p0, @p1, @p2, @p3, @p4)
        ON CONFLICT (group_id, hour) DO UPDATE SET orders = excluded.orders, sales_fen = excluded.sales_fen, commission_fen = excluded.commission_fen
        WHERE metrics_hourly.orders <> excluded.orders OR metrics_hourly.sales_fen <> excluded.sales_fen OR metrics_hourly.commission_fen <> excluded.commission_fen
        """);

    public void Touch(string? groupId, long orderedAt)
    {
        if (groupId is not null)
        {
            _touched.Add((groupId, Moments.HourOf(orderedAt)));
        }
    }

    /// <summary>Reckons the hours touched again, in the order in which they lie on the disk.</summary>
    /// <returns>How many figures changed.</returns>
    public int Reckon() => _touched
        .OrderBy(cell => cell.GroupId, StringComparer.Ordinal)
        .ThenBy(cell => cell.Hour)
        .Count(cell => Reckon(cell.GroupId, cell.Hour));

    public void Dispose()
    {
        _rows.Dispose();
        _set.Dispose();
    }

    /// <summary>Sums an hour here: to count an order of several rows once, SQLite would make and drop a table of its own for every hour.</summary>
    private bool Reckon(string groupId, long hour)
    {
        _orderIds.Clear();
        var (sales, commission) = (0L, 0L);
        foreach (var row in _rows.With(groupId, hour, hour + Hour).Rows())
        {
            if (row[0].Number == 1)
            {
                _orderIds.Add(row[1].Text!);
            }

            sales = checked(sales + row[2].Number!.Value);
            commission = checked(commission + row[3].Number!.Value);
        }

        return _set.With(groupId, hour, (long)_orderIds.Count, sales, commission).Run() > 0;
    }
}
