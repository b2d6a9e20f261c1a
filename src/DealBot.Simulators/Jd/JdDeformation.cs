using System.Text.Json.Nodes;

namespace DealBot.Simulators.Jd;

/// <summary>Spoils an answer in ways that real answers are spoilt.</summary>
internal static class JdDeformation
{
    private static readonly string[] OptionalFields =
    [
        "skuId", "spuid", "brandCode", "brandName", "comments", "goodCommentsShare", "inOrderCount30Days", "inOrderCount30DaysSku",
        "inOrderComm30Days", "shopInfo", "deliveryType", "forbidTypes", "jxFlags", "pinGouInfo", "seckillInfo", "isHot", "resourceInfo",
        "jCommand", "ext1", "pid", "rid", "channelId", "popId", "cpActId", "unionAlias", "skuTag", "expressStatus", "balanceExt",
        "giftCouponKey", "giftCouponOcsAmount", "proPriceAmount", "skuFrozenNum", "goodsInfo",
    ];

    /// <summary>Takes the optional fields from every row, and the coupon list of rows that have no coupon.</summary>
    public static void DropOptionalFields(JsonObject inner)
    {
        var rows = inner["data"] switch
        {
            JsonArray array => array.OfType<JsonObject>(),
            JsonObject single => [single],
            _ => [],
        };
        foreach (var row in rows)
        {
            foreach (var field in OptionalFields)
                row.Remove(field);

            if (row["couponInfo"]?["couponList"] is JsonArray { Count: 0 })
                row.Remove("couponInfo");
            (row["priceInfo"] as JsonObject)?.Remove("historyPriceDay");
            (row["commissionInfo"] as JsonObject)?.Remove("couponCommission");
        }
    }

    /// <summary>Takes from a row what nothing can be booked without.</summary>
    public static void Break(JsonObject row)
    {
        row.Remove("orderId");
        row["orderTime"] = "0000-00-00 00:00:00";
        row["modifyTime"] = "0000-00-00 00:00:00";
    }
}
