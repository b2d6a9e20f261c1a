using System.Text.Json.Nodes;

namespace DealBot.Simulators.Suning;

/// <summary>Spoils an answer in ways that real answers are spoilt.</summary>
internal static class SuningDeformation
{
    private static readonly string[] OptionalFields =
    [
        "categoryInfo", "pgInfo", "advanceSale", "sellingPoint", "snPrice", "priceType", "priceTypeCode", "monthSales", "saleStatus", "baoyou",
        "commodityType", "pictureUrl", "productUrl", "supplierName", "couponCount", "activityId", "activitySecretKey", "activityDescription", "payTime",
        "productName", "sellName", "orderLineOrigin", "orderLineFlag", "orderType", "saleType", "promotion", "violation", "returnCommission", "commissionRatio",
    ];

    /// <summary>The rows of an answer; null if it holds none.</summary>
    public static JsonArray? RowsOf(JsonNode body) => body as JsonArray ?? body["commodityList"] as JsonArray;

    /// <summary>Takes the optional fields from every row and from what it holds.</summary>
    public static void DropOptionalFields(JsonArray rows)
    {
        foreach (var part in rows.OfType<JsonObject>().SelectMany(row => Parts(row).Append(row)).ToList())
        {
            foreach (var field in OptionalFields)
                part.Remove(field);
        }
    }

    /// <summary>Takes from a row what nothing can be booked without.</summary>
    public static void Break(JsonObject row)
    {
        row.Remove("orderCode");
        foreach (var line in Parts(row))
        {
            line["orderSubmitTime"] = "0000-00-00 00:00:00";
            line["payTime"] = "0000-00-00 00:00:00";
        }
    }

    private static IEnumerable<JsonObject> Parts(JsonObject row) =>
        row.SelectMany(member => member.Value is JsonArray list ? list.OfType<JsonObject>() : new[] { member.Value }.OfType<JsonObject>());
}
