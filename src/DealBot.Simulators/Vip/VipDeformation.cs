using System.Text.Json.Nodes;

namespace DealBot.Simulators.Vip;

/// <summary>Spoils an answer in ways that real answers are spoilt.</summary>
internal static class VipDeformation
{
    private static readonly string[] Lists = ["goodsInfoList", "urlInfoList", "orderInfoList"];

    private static readonly string[] OptionalFields =
    [
        "destUrlPc", "goodsThumbUrl", "goodsCarouselPictures", "marketPrice", "discount", "categoryId", "categoryName", "cat1stId",
        "cat1stName", "cat2ndId", "cat2ndName", "brandStoreSn", "brandLogoFull", "brandId", "spuId", "sn", "storeInfo", "commentsInfo", "productSales",
        "adCode", "saleStockStatus", "sellTimeFrom", "sellTimeTo", "tagNames", "ulUrl", "deeplinkUrl", "traFrom", "noEvokeUrl", "vipWxUrl", "source",
        "parentSn", "isSplit", "orderSubStatusName", "newCustomer", "pid", "openId", "selfBuy", "isPrepay", "orderSource", "totalCost",
        "afterSaleChangeCommission", "afterSaleChangeGoodsCount",
    ];

    /// <summary>The rows of a result; null if it holds none.</summary>
    public static JsonArray? RowsOf(JsonNode? result) =>
        result as JsonArray ?? (result is JsonObject container ? Lists.Select(list => container[list] as JsonArray).FirstOrDefault(rows => rows is not null) : null);

    /// <summary>Takes the optional fields from every row.</summary>
    public static void DropOptionalFields(JsonArray rows)
    {
        foreach (var row in rows.OfType<JsonObject>())
        {
            foreach (var field in OptionalFields)
                row.Remove(field);
        }
    }

    /// <summary>Takes from a row what nothing can be booked without.</summary>
    public static void Break(JsonObject row)
    {
        row.Remove("orderSn");
        row["orderTime"] = "0000-00-00 00:00:00";
        row["lastUpdateTime"] = 0;
    }
}
