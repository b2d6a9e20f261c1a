using System.Data;

namespace DealBot.Storage;

/// <summary>Hours whose order figures have to be reckoned again, and the reckoning: always from the rows, never by adding to what is there.</summary>
internal sealed class OrderHours(IDbConnection connection, IDbTransaction transaction) : IDisposable
{
    private const long Hour = 3_600_000;

    private readonly HashSet<(string GroupId, long Hour)> _touched = [];

    private readonly RowCommand _reckon = new(
        connection,
        transaction,
        """
        INSERT INTO metrics_hourly (group_id, hour, orders, sales_fen, commission_fen)
        SELECT @p0, @p1, COUNT(DISTINCT CASE WHEN counts = 1 THEN order_id END), COALESCE(SUM(sales_fen), 0), COALESCE(SUM(commission_fen), 0)
        FROM orders WHERE group_id = @p0 AND ordered_at >= @p1 AND ordered_at < @p2
        ON CONFLICT (group_id, hour) DO UPDATE SET orders = excluded.orders, sales_fen = excluded.sales_fen, commission_fen = excluded.commission_fen
        WHERE metrics_hourly.orders <> excluded.orders OR metrics_hourly.sales_fen <> excluded.sales_fen OR metrics_hourly.commission_fen <> excluded.commission_fen
        """,
        DbType.String, DbType.Int64, DbType.Int64);

    public void Touch(string? groupId, long orderedAt)
    {
        if (groupId is not null)
        {
            _touched.Add((groupId, Moments.HourOf(orderedAt)));
        }
    }

    /// <summary>Reckons the hours touched again.</summary>
    /// <returns>How many figures changed.</returns>
    public int Reckon() => _touched.Count(cell => _reckon.With(cell.GroupId, cell.Hour, cell.Hour + Hour).Run() > 0);

    public void Dispose() => _reckon.Dispose();
}
