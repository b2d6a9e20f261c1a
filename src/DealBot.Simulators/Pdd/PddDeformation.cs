using System.Text.Json.Nodes;

namespace DealBot.Simulators.Pdd;

/// <summary>Spoils an answer in ways that real answers are spoilt.</summary>
internal static class PddDeformation
{
    private static readonly string[] OptionalFields =
    [
        "goods_desc", "goods_thumbnail_url", "has_coupon", "coupon_total_quantity", "coupon_remain_quantity", "coupon_min_order_amount",
        "predict_promotion_rate", "sales_tip", "mall_id", "mall_name", "merchant_type", "opt_id", "opt_ids", "opt_name", "cat_ids", "brand_name",
        "service_tags", "activity_tags", "only_scene_auth", "search_id", "create_at", "desc_txt", "lgst_txt", "serv_txt", "order_id", "goods_id",
        "order_status_desc", "order_group_success_time", "order_verify_time", "order_pay_time", "goods_category_name", "goods_price", "share_rate",
        "share_amount", "price_compare_status", "type", "is_direct", "cpa_new", "group_id", "batch_no", "auth_duo_id", "zs_duo_id", "fail_reason",
        "platform_discount", "cash_gift_id", "no_subsidy_reason",
    ];

    /// <summary>Takes the optional fields from every row.</summary>
    public static void DropOptionalFields(JsonObject body)
    {
        foreach (var row in (body["goods_list"] ?? body["order_list"])?.AsArray().OfType<JsonObject>() ?? [])
        {
            foreach (var field in OptionalFields)
                row.Remove(field);
        }
    }

    /// <summary>Takes from a row what nothing can be booked without.</summary>
    public static void Break(JsonObject row)
    {
        row["order_create_time"] = 0;
        row["order_pay_time"] = 0;
        row["order_modify_at"] = 0;
    }
}
