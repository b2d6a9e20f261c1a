using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>The method of UnionOrderV2Service.</summary>
internal sealed class VipOrderMethods(Func<IReadOnlyList<VipOrder>> visible, NetworkFaults faults)
{
    private const int DefaultPageSize = 20;
    private const int MaxPageSize = 100;

    // No cap is documented; resellers of the interface name ten days.
    private static readonly TimeSpan MaxWindow = TimeSpan.FromDays(10);

    public JsonNode? List(VipCall call)
    {
        var input = CallParameters.Open(call.Body, "queryModel") ?? throw VipRefusal.Missing("queryModel");
        var page = (int)(input.Number("page") ?? throw VipRefusal.Missing("page"));
        var size = (int)(input.Number("pageSize") ?? DefaultPageSize);
        if (input.Text("requestId") is null)
            throw VipRefusal.Missing("requestId");

        if (page < 1 || size is < 1 or > MaxPageSize)
            throw VipRefusal.Mismatch("page, pageSize");

        var rows = Find(input, call.Account.AppKey);
        if (page > 1 && rows.Count > 0 && faults.Take(NetworkFault.ShiftedPages, call.Method))
            rows.RemoveAt(0);

        // Where there is nothing, Vipshop has no object to give.
        var (cut, _) = MarketPage.Cut(rows, page, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        return rows.Count == 0
            ? null
            : new JsonObject { ["orderInfoList"] = new JsonArray([.. cut.Select(Write)]), ["total"] = rows.Count, ["page"] = page, ["pageSize"] = size };
    }

    private List<VipOrder> Find(CallParameters input, string appKey)
    {
        var mine = visible().Where(order => order.Sale.Account == appKey);
        if (input.List("orderSnList") is { Count: > 0 } wanted)
            return [.. mine.Where(order => wanted.Contains(order.OrderSn))];

        var status = input.Number("status");
        var found = Span(input, "updateTimeStart", "updateTimeEnd") is { } updated
            ? mine.Where(order => IsWithin(order.Sale.ModifiedAt, updated))
            : Span(input, "orderTimeStart", "orderTimeEnd") is { } ordered
                ? mine.Where(order => IsWithin(order.Sale.OrderedAt, ordered))
                : throw VipRefusal.Missing("updateTimeStart, updateTimeEnd");
        return [.. found.Where(order => (status ?? order.Status) == order.Status).OrderBy(order => order.Sale.ModifiedAt).ThenBy(order => order.OrderSn, StringComparer.Ordinal)];
    }

    private static (long From, long To)? Span(CallParameters input, string start, string end)
    {
        if (input.Number(start) is not { } from || input.Number(end) is not { } to)
            return null;

        return to >= from && TimeSpan.FromMilliseconds(to - from) <= MaxWindow ? (from, to) : throw VipRefusal.Mismatch($"{start}, {end}");
    }

    private static bool IsWithin(DateTimeOffset moment, (long From, long To) span) =>
        moment.ToUnixTimeMilliseconds() >= span.From && moment.ToUnixTimeMilliseconds() <= span.To;

    private static JsonObject Write(VipOrder order)
    {
        var sale = order.Sale;
        var tracking = sale.Tracking as VipLinkTracking;
        return new JsonObject
        {
            ["orderSn"] = order.OrderSn,
            ["parentSn"] = "",
            ["isSplit"] = 0,
            ["status"] = order.Status,
            ["orderSubStatusName"] = order.SubStatus,
            ["settled"] = order.IsSettled ? 1 : 0,
            ["newCustomer"] = 2,
            ["orderTime"] = Milliseconds(sale.OrderedAt),
            ["signTime"] = Milliseconds(sale.ReceivedAt),
            ["settledTime"] = Milliseconds(sale.SettledAt),
            ["commissionEnterTime"] = Milliseconds(sale.SettledAt),
            ["lastUpdateTime"] = Milliseconds(sale.ModifiedAt),
            ["channelTag"] = sale.Tracking.PositionId,
            ["pid"] = sale.Tracking.PositionId,
            ["statParam"] = sale.Tracking.SubId,
            ["openId"] = tracking?.OpenId ?? "",
            ["adCode"] = tracking?.AdCode ?? "",
            ["totalCost"] = sale.EstimatedBase.ToString(),
            ["commission"] = sale.EstimatedFee.ToString(),
            ["afterSaleChangeCommission"] = order.TakenBack.ToString(),
            ["afterSaleChangeGoodsCount"] = sale.Returned,
            ["selfBuy"] = 0,
            ["isPrepay"] = 0,
            ["orderSource"] = "H5",
            ["appKey"] = sale.Account,
            ["detailList"] = new JsonArray(Detail(order)),
        };
    }

    private static JsonObject Detail(VipOrder order)
    {
        var sale = order.Sale;
        var detail = new JsonObject
        {
            ["goodsId"] = order.GoodsId,
            ["goodsName"] = sale.Item.Title,
            ["goodsCount"] = sale.Quantity,
            ["commissionTotalCost"] = sale.EstimatedBase.ToString(),
            ["commissionRate"] = sale.CommissionRate.Percent.ToString("0.00", CultureInfo.InvariantCulture),
            ["commission"] = sale.EstimatedFee.ToString(),
            ["goodsFinalPrice"] = sale.UnitPrice.ToString(),
            ["sizeId"] = sale.Item.SkuId.ToString(CultureInfo.InvariantCulture),
            ["status"] = order.Status,
            ["spuId"] = sale.Item.SpuId.ToString(CultureInfo.InvariantCulture),
        };
        if (sale.ReturnedAt is { } returnedAt)
        {
            detail["afterSaleInfo"] = new JsonArray(new JsonObject
            {
                ["afterSaleChangedCommission"] = order.TakenBack.ToString(),
                ["afterSaleChangedGoodsCount"] = sale.Returned,
                ["afterSaleSn"] = $"R{order.OrderSn}",
                ["afterSaleStatus"] = 3,
                ["afterSaleType"] = 1,
                ["afterSaleFinishTime"] = Milliseconds(returnedAt),
            });
        }

        return detail;
    }

    private static long Milliseconds(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds() ?? 0;
}
