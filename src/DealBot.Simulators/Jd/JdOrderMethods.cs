using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary><c>jd.union.open.order.row.query</c>.</summary>
internal sealed class JdOrderMethods(Func<IReadOnlyList<JdOrder>> visible, MarketCatalogue catalogue, NetworkFaults faults)
{
    private const int MaxPageSize = 500;
    private const int MaxRows = 10_000;

    private static readonly TimeSpan MaxWindow = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(90);

    public JsonObject QueryRows(JdCall call)
    {
        if (CallParameters.Open(call.Json, "orderReq") is not { } input)
            return BadParameters("orderReq");

        var fields = (input.Text("fields") ?? "").Split(',');
        if (RefuseProxy(input, call.Account) is { } proxyRefusal)
            return proxyRefusal;

        var mine = visible().Where(order => order.UnionId == call.Account.UnionId);
        if (input.Number("orderId") is { } orderId)
            return Answer(call, [.. mine.Where(order => order.OrderId == orderId)], 1, MaxPageSize, fields);

        var (type, index, size) = (input.Number("type"), input.Number("pageIndex"), input.Number("pageSize"));
        if (input.Malformed is not null || type is not (1 or 2 or 3) || index is not >= 1 || size is not (>= 1 and <= MaxPageSize))
            return BadParameters(input.Malformed ?? "type, pageIndex, pageSize");

        if (!Beijing.TryRead(input.Text("startTime"), out var from) || !Beijing.TryRead(input.Text("endTime"), out var to) || from > to)
            return BadParameters("startTime, endTime");

        if (to - from > MaxWindow)
            return JdInner.Refused(2002453, "查询时间范围不能超过1小时");

        if (from < call.Now - MaxAge)
            return BadParameters("只能查询90天内的订单");

        var rows = mine.Where(order => TimeOf(order, type.Value) is { } time && time >= from && time <= to)
            .OrderBy(order => TimeOf(order, type.Value)).ThenBy(order => order.Id, StringComparer.Ordinal).ToList();
        if (index > 1 && faults.Take(NetworkFault.ShiftedPages, call.Method))
            rows.RemoveAt(0);

        return rows.Count > MaxRows
            ? JdInner.Refused(2002452, "时间段内订单超过10000条")
            : Answer(call, rows, (int)Math.Min(index.Value, MaxRows), (int)size.Value, fields);
    }

    private static JsonObject BadParameters(string what) => JdInner.Refused(2002400, $"参数错误:{what}");

    // Tool vendors only: neither asking for a child account nor with somebody's key is open to a plain promoter.
    private static JsonObject? RefuseProxy(CallParameters input, JdSimAccount account)
    {
        var (child, key) = (input.Number("childUnionId"), input.Text("key"));
        if (child is not null && key is not null)
            return BadParameters("childUnionId和key不能同时传入");

        if (key is not null)
            return JdInner.Refused(2002403, "无访问权限");

        return child is null or 0 || child == account.UnionId ? null : JdInner.Refused(2002410, "联盟用户不存在");
    }

    private static DateTimeOffset? TimeOf(JdOrder order, long type) => type switch
    {
        1 => order.OrderedAt,
        2 => order.FinishedAt,
        _ => order.ModifiedAt,
    };

    private JsonObject Answer(JdCall call, IReadOnlyList<JdOrder> rows, int index, int size, string[] fields)
    {
        var (page, hasMore) = MarketPage.Cut(rows, index, size, faults.Take(NetworkFault.DuplicateRows, call.Method));

        // Real answers leave data out when there is nothing.
        var answer = JdInner.Ok(new JsonArray([.. page.Select(order => Write(order, call, fields))]));
        if (page.Count == 0)
            answer.Remove("data");
        answer["hasMore"] = hasMore;
        return answer;
    }

    private JsonObject Write(JdOrder order, JdCall call, string[] fields)
    {
        var item = catalogue.FindSku(order.SkuId)!;
        var row = WriteKeys(order, call.Account);
        WriteGoods(row, order, item);
        WriteMoney(row, order);
        if (fields.Contains("goodsInfo"))
            row["goodsInfo"] = Goods(item, call.Base);
        if (fields.Contains("categoryInfo"))
            row["categoryInfo"] = JdGoodsRow.Category(item.Category);
        return row;
    }

    private static JsonObject WriteKeys(JdOrder order, JdSimAccount account) => new()
    {
        ["id"] = order.Id,
        ["orderId"] = order.OrderId,
        ["parentId"] = 0,
        ["orderTime"] = Beijing.Write(order.OrderedAt),
        ["finishTime"] = Beijing.Write(order.FinishedAt),
        ["modifyTime"] = Beijing.Write(order.ModifiedAt),
        ["orderEmt"] = 2,
        ["plus"] = 0,
        ["unionId"] = order.UnionId,
        ["siteId"] = order.SiteId,
        ["positionId"] = order.PositionId,
        ["pid"] = order.Pid,
        ["subUnionId"] = account.MaySetSubUnionId ? order.SubUnionId : "",
        ["ext1"] = order.Ext1,
        ["rid"] = 0,
        ["channelId"] = 0,
        ["popId"] = 0,
        ["cpActId"] = 0,
        ["unionRole"] = 1,
        ["unionAlias"] = "",
        ["unionTag"] = new string('0', 32),
        ["skuTag"] = new string('0', 64),
        ["traceType"] = 2,
        ["validCode"] = order.ValidCode,
        ["expressStatus"] = order.ExpressStatus,
    };

    private static void WriteGoods(JsonObject row, JdOrder order, MarketItem item)
    {
        row["skuId"] = order.SkuId;
        row["itemId"] = order.ItemId;
        row["skuName"] = order.SkuName;
        row["skuNum"] = order.Quantity;
        row["skuReturnNum"] = order.Returned;
        row["skuFrozenNum"] = 0;
        row["cid1"] = item.Category.Cid1;
        row["cid2"] = item.Category.Cid2;
        row["cid3"] = item.Category.Cid3;
    }

    private static void WriteMoney(JsonObject row, JdOrder order)
    {
        row["price"] = order.UnitPrice.Yuan;
        row["commissionRate"] = order.CommissionRate.Percent;
        row["subSideRate"] = order.SubSideRate.Percent;
        row["subsidyRate"] = order.SubsidyRate.Percent;
        row["finalRate"] = order.FinalRate.Percent;
        row["estimateCosPrice"] = order.EstimatedBase.Yuan;
        row["estimateFee"] = order.EstimatedFee.Yuan;
        row["actualCosPrice"] = order.ActualBase.Yuan;
        row["actualFee"] = order.ActualFee.Yuan;
        row["payMonth"] = order.PayMonth;
        row["balanceExt"] = order.BalanceExt;
        row["giftCouponKey"] = "";
        row["giftCouponOcsAmount"] = Money.Zero.Yuan;
        row["proPriceAmount"] = Money.Zero.Yuan;
    }

    private static JsonObject Goods(MarketItem item, Uri address) => new()
    {
        ["imageUrl"] = MarketPages.ImageOf(item, address).AbsoluteUri,
        ["owner"] = item.IsSelfOperated ? "g" : "p",
        ["mainSkuId"] = item.SpuId,
        ["productId"] = item.SpuId,
        ["shopName"] = item.ShopName,
        ["shopId"] = item.ShopId,
    };
}
