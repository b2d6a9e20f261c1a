using System.Text.Json.Nodes;

namespace DealBot.Simulators.Taobao;

/// <summary>Spoils an answer in ways that real answers are spoilt.</summary>
internal static class TaobaoDeformation
{
    private static readonly string[] OptionalFields =
    [
        "short_title", "sub_title", "white_image", "small_images", "brand_name", "level_one_category_id", "seller_id", "volume", "tk_total_sales",
        "annual_vol", "provcity", "reserve_price", "promotion_tag_list", "scope_info", "commission_type", "income_rate", "subsidy_rate",
        "subsidy_amount", "subsidy_type", "tb_paid_time", "click_time", "item_num", "item_category_name", "seller_nick", "seller_shop_title",
        "order_type", "terminal_type", "flow_source", "site_name", "adzone_name", "income_rate", "alimama_rate", "alimama_share_fee", "subsidy_fee",
    ];

    /// <summary>The rows of an answer, whichever method gave it.</summary>
    public static JsonArray? RowsOf(JsonObject response) =>
        (response["result_list"]?["map_data"] ?? response["data"]?["results"]?["publisher_order_dto"]) as JsonArray;

    /// <summary>Takes the optional fields from every row, at every depth.</summary>
    public static void DropOptionalFields(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var entry in list)
                DropOptionalFields(entry);
        }
        else if (node is JsonObject container)
        {
            foreach (var field in OptionalFields)
                container.Remove(field);
            foreach (var (_, value) in container)
                DropOptionalFields(value);
        }
    }

    /// <summary>Takes from an order row what nothing can be booked without.</summary>
    public static void Break(JsonObject row)
    {
        row.Remove("trade_id");
        row["tk_create_time"] = "0000-00-00 00:00:00";
        row["tk_paid_time"] = "0000-00-00 00:00:00";
    }
}
