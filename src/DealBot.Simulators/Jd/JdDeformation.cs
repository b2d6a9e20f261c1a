using System.Text.Json;
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

    /// <summary>Turns every number below a node into a text.</summary>
    public static void QuoteNumbers(JsonNode? node)
    {
        if (node is JsonObject container)
        {
            foreach (var name in container.Select(pair => pair.Key).ToList())
                container[name] = Quoted(container[name]);
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
                list[index] = Quoted(list[index]);
        }
    }

    private static JsonNode? Quoted(JsonNode? node)
    {
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
            return JsonValue.Create(value.ToJsonString());

        QuoteNumbers(node);
        return node;
    }
}
