using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary><c>taobao.tbk.order.details.get</c>.</summary>
internal sealed class TaobaoOrderMethod(TaobaoSimulatorOptions options, Func<IReadOnlyList<TaobaoOrder>> visible, NetworkFaults faults)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(90);

    private TimeSpan MaxWindow => options.IsBigSale ? TimeSpan.FromMinutes(20) : TimeSpan.FromHours(3);

    public JsonObject Query(TaobaoCall call)
    {
        var (from, to) = Window(call);
        var type = call.Number("query_type", 1, 1, 4);
        var (page, size) = (call.Number("page_no", 1, 1, 100), call.Number("page_size", 20, 1, 100));
        var (scene, status) = (call.Number("order_scene", 1, 1, 3), call.Text("tk_status"));
        if (page > 1 && call.Text("position_index") != Position(from, to, page - 1))
            throw TaobaoRefusedException.BadParameter("position_index 须原样传入上一页的返回值");

        var rows = visible()
            .Where(order => order.Sale.Account == call.Account.AppKey && (scene == 1 || (scene == 2 && order.RelationId.Length > 0)))
            .Where(order => status is null || $"{order.Status}" == status)
            .Where(order => TimeOf(order, type) is { } time && time >= from && time <= to)
            .OrderBy(order => TimeOf(order, type)).ThenBy(order => order.TradeId, StringComparer.Ordinal).ToList();
        if (page > 1 && faults.Take(NetworkFault.ShiftedPages, call.Method))
            rows.RemoveAt(0);

        var (cut, hasMore) = MarketPage.Cut(rows, page, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        return new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["has_pre"] = page > 1,
                ["has_next"] = hasMore,
                ["page_no"] = page,
                ["page_size"] = size,
                ["position_index"] = Position(from, to, page),
                ["results"] = new JsonObject { ["publisher_order_dto"] = new JsonArray([.. cut.Select(TaobaoOrderRow.Write)]) },
            },
        };
    }

    private (DateTimeOffset From, DateTimeOffset To) Window(TaobaoCall call)
    {
        if (!Beijing.TryRead(call.Required("start_time"), out var from) || !Beijing.TryRead(call.Required("end_time"), out var to) || from > to)
            throw TaobaoRefusedException.BadParameter("start_time, end_time 格式错误");

        if (to - from > MaxWindow)
            throw TaobaoRefusedException.BadParameter($"查询时间间隔不能超过{(options.IsBigSale ? "20分钟" : "3小时")}");

        return from >= call.Now - MaxAge ? (from, to) : throw TaobaoRefusedException.BadParameter("只能查询90天内的订单");
    }

    private static string Position(DateTimeOffset from, DateTimeOffset to, int page) => $"{from.ToUnixTimeSeconds()}_lGl{page:x}|{to.ToUnixTimeSeconds()}_lJf{page:x}";

    private static DateTimeOffset? TimeOf(TaobaoOrder order, int type) => type switch
    {
        1 => order.Sale.OrderedAt,
        2 => order.Sale.PaidAt,
        3 => order.Sale.SettledAt,
        _ => order.Sale.ModifiedAt,
    };
}
