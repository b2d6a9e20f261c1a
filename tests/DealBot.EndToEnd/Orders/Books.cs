using System.Globalization;
using Dapper;
using DealBot.Simulators.Jd;

namespace DealBot.EndToEnd.Orders;

/// <summary>The same books twice: as the network has them, and as DealBot has them.</summary>
internal sealed class Books(OrderShop shop)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public void AssertSame()
    {
        Assert.That(Ours(), Is.EquivalentTo(shop.Jd.Orders.Select(Line)), "orders by id, status, base and fee");
        Assert.That(OurDays(), Is.EqualTo(TheirDays()), "orders, sales and commission by group and day");
    }

    public long Versions() => Query<long>("SELECT COUNT(*) FROM order_snapshots").Single();

    public IReadOnlyList<T> Query<T>(string sql) =>
        shop.Database.ReadAsync(connection => connection.Query<T>(sql).ToList(), CancellationToken.None).GetAwaiter().GetResult();

    private string Line(JdOrder order)
    {
        var today = int.Parse(shop.World.GetUtcNow().ToOffset(Beijing).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var status = order.ValidCode switch { 15 => "created", 16 => "paid", 17 => order.PayMonth < today ? "settled" : "confirmed", _ => "invalid" };
        return $"{order.Id} {status} {order.EstimatedBase.Fen} {order.EstimatedFee.Fen} {order.ActualBase.Fen} {order.ActualFee.Fen} {order.Returned} {order.ModifiedAt.ToUnixTimeMilliseconds()}";
    }

    private IReadOnlyList<string> Ours() => Query<string>(
        """
        SELECT row_id || ' ' || status || ' ' || estimated_base_fen || ' ' || estimated_fee_fen || ' ' || actual_base_fen || ' ' || actual_fee_fen
            || ' ' || returned || ' ' || modified_at FROM orders
        """);

    private List<string> TheirDays() =>
    [
        .. shop.Jd.Orders
            .Where(order => order.ValidCode is 16 or 17)
            .GroupBy(order => (Group: order.SubUnionId[..order.SubUnionId.IndexOf('_', StringComparison.Ordinal)], Day: order.OrderedAt.ToOffset(Beijing).Date))
            .OrderBy(day => day.Key.Group, StringComparer.Ordinal).ThenBy(day => day.Key.Day)
            .Select(day => Day(
                day.Key.Group, day.Key.Day, day.Count(), day.Sum(order => order.ValidCode == 17 ? order.ActualBase.Fen : order.EstimatedBase.Fen), day.Sum(order => order.ValidCode == 17 ? order.ActualFee.Fen : order.EstimatedFee.Fen))),
    ];

    private List<string> OurDays() =>
    [
        .. Query<(string Group, long Hour, long Orders, long Sales, long Commission)>("SELECT group_id, hour, orders, sales_fen, commission_fen FROM metrics_hourly WHERE orders > 0")
            .GroupBy(row => (row.Group, Day: DateTimeOffset.FromUnixTimeMilliseconds(row.Hour).ToOffset(Beijing).Date))
            .OrderBy(day => day.Key.Group, StringComparer.Ordinal).ThenBy(day => day.Key.Day)
            .Select(day => Day(day.Key.Group, day.Key.Day, day.Sum(row => row.Orders), day.Sum(row => row.Sales), day.Sum(row => row.Commission))),
    ];

    private static string Day(string group, DateTime day, long orders, long sales, long commission) => $"{group} {day:MM-dd} {orders} {sales} {commission}";
}
