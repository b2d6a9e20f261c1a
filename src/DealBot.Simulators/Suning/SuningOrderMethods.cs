using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary><c>suning.netalliance.order.query</c>.</summary>
internal sealed class SuningOrderMethods(Func<IReadOnlyList<SuningOrder>> visible, NetworkFaults faults)
{
    private const int MinPageSize = 10;
    private const int MaxPageSize = 50;
    private const int MaxPage = 99_999;
    private const int AnyStatus = 0;

    private static readonly TimeSpan MaxWindow = TimeSpan.FromDays(1);

    public SuningAnswer Query(SuningCall call)
    {
        var (page, size) = ((int)(call.Input.Number("pageNo") ?? 1), (int)(call.Input.Number("pageSize") ?? MinPageSize));
        if (page is < 1 or > MaxPage)
            throw SuningRefusal.Malformed(call.Method, "pageNo");

        if (size is < MinPageSize or > MaxPageSize)
            throw SuningRefusal.Malformed(call.Method, "pageSize");

        var rows = Find(call);
        if (page > 1 && rows.Count > 0 && faults.Take(NetworkFault.ShiftedPages, call.Method))
            rows.RemoveAt(0);

        var (cut, _) = MarketPage.Cut(rows, page, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        return cut.Count == 0
            ? throw SuningRefusal.NothingFound()
            : new SuningAnswer(new JsonArray([.. cut.Select(Write)])) { Page = page, Pages = (rows.Count + size - 1) / size, Total = rows.Count };
    }

    private List<SuningOrder> Find(SuningCall call)
    {
        if (!Beijing.TryRead(call.Input.Text("startTime"), out var from))
            throw SuningRefusal.Malformed(call.Method, "startTime");

        if (!Beijing.TryRead(call.Input.Text("endTime"), out var to) || to < from || to - from > MaxWindow)
            throw SuningRefusal.Malformed(call.Method, "endTime");

        var status = call.Input.Number("orderLineStatus") ?? AnyStatus;
        return
        [
            .. visible()
                .Where(order => order.Sale.Account == call.Account.AppKey && order.Sale.ModifiedAt >= from && order.Sale.ModifiedAt <= to)
                .Where(order => status == AnyStatus || order.StatusCode == status)
                .OrderBy(order => order.Sale.ModifiedAt).ThenBy(order => order.LineNumber, StringComparer.Ordinal),
        ];
    }

    private static JsonObject Write(SuningOrder order) => new()
    {
        ["orderCode"] = order.OrderCode,
        ["orderDetail"] = new JsonArray(Line(order)),
    };

    private static JsonObject Line(SuningOrder order)
    {
        var sale = order.Sale;
        return new JsonObject
        {
            ["orderLineNumber"] = order.LineNumber,
            ["orderLineStatusDesc"] = order.StatusDescription,
            ["orderLineStatusChangeTime"] = Beijing.Write(sale.ModifiedAt),
            ["orderSubmitTime"] = Beijing.Write(sale.OrderedAt),
            ["payTime"] = Beijing.Write(sale.PaidAt),
            ["productName"] = sale.Item.Title,
            ["goodsNum"] = SuningItemCodes.PaddedCommodity(sale.Item),
            ["sellerCode"] = sale.Item.IsSelfOperated ? "" : SuningItemCodes.Shop(sale.Item),
            ["sellName"] = sale.Item.ShopName,
            ["saleNum"] = sale.Quantity.ToString(CultureInfo.InvariantCulture),
            ["payAmount"] = order.Paid.ToString(),
            ["commissionRatio"] = (sale.CommissionRate.Percent / 100m).ToString("0.####", CultureInfo.InvariantCulture),
            ["prePayCommission"] = order.Fee.ToString(),
            ["childAccountId"] = sale.Tracking.SubId,
            ["positionId"] = sale.Tracking.PositionId,
            ["orderLineOrigin"] = "无线端",
            ["orderLineFlag"] = "普通订单",
            ["orderType"] = sale.Item.IsSelfOperated ? "自营" : "联营",
            ["saleType"] = "普通推广",
            ["productFirstCatalog"] = sale.Item.Category.Name1,
            ["promotion"] = "0",
            ["violation"] = "0",
            ["returnCommission"] = "1",
        };
    }
}
