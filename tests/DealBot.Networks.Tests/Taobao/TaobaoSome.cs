using System.Text.Json.Nodes;
using DealBot.Contracts;

namespace DealBot.Networks.Tests.Taobao;

/// <summary>Answers of TOP, with invented content.</summary>
internal static class TaobaoSome
{
    public const string ItemId = "SimNewId-0001";
    public const string Title = "测试纸巾 抽纸 10 包";
    public const string Link = "//uland.taobao.com/coupon/edetail?e=AbCdEf&pid=mm_98000001_444555_111222333";
    public const string PlainLink = "//s.click.taobao.com/t?e=m%3D2%26s%3DaBc&union_lens=lensId";

    public static Deal Deal() => new()
    {
        Key = new DealKey("taobao", ItemId),
        Title = Title,
        Category = "居家",
        Price = Money.FromYuan(29.9m),
        FinalPrice = Money.FromYuan(19.9m),
        CommissionRate = Rate.FromPercent(10),
        MaterialUrl = $"https://item.taobao.com/item.htm?id={ItemId}",
        SeenAt = TaobaoScene.Noon,
    };

    public static string Row(
        string? itemId = ItemId, string? link = Link, string? plain = PlainLink, string? prices = null, string? publishing = null, string title = Title) => $$"""
        {
          {{(itemId is null ? "" : $"\"item_id\":\"{itemId}\",")}}
          "item_basic_info":{"title":"{{title}}","pict_url":"//img.alicdn.com/a.jpg","category_name":"抽纸","level_one_category_name":"居家",
            "shop_title":"测试旗舰店","brand_name":"测试","user_type":1,"volume":1200,"tk_total_sales":"300"},
          "price_promotion_info":{{prices ?? """{"reserve_price":"39.9","zk_final_price":"29.90","final_promotion_price":"19.90"}"""}},
          "publish_info":{{publishing ?? $$"""
            {"income_rate":"1000","income_info":{"commission_rate":"1000","commission_amount":"1.99"}{{(link is null ? "" : $",\"coupon_share_url\":\"{link}\"")}}{{(plain is null ? "" : $",\"click_url\":\"{plain}\"")}}}
            """}}
        }
        """;

    public static string Goods(params string[] rows) => Goods(rows.Length, rows);

    public static string Goods(int total, params string[] rows) =>
        $$$"""{"tbk_dg_material_optional_upgrade_response":{"result_list":{"map_data":[{{{string.Join(',', rows)}}}]},"total_results":{{{total}}},"request_id":"sim0001"}}""";

    public static string Command(string simple = "￥AbCdEfG￥", string model = "6.0 ￥AbCdEfG￥ https://m.tb.cn/h.x 测试") =>
        $$$"""{"tbk_tpwd_create_response":{"data":{"model":"{{{model}}}","password_simple":"{{{simple}}}"},"request_id":"sim0002"}}""";

    public static string Refusal(int code, string message, string? subCode = null, string? subMessage = null)
    {
        var error = new JsonObject { ["code"] = code, ["msg"] = message, ["sub_code"] = subCode, ["sub_msg"] = subMessage, ["request_id"] = "sim0003" };
        return new JsonObject { ["error_response"] = error }.ToJsonString();
    }

    /// <summary>A paid order with some of its fields changed; a null takes the field away.</summary>
    public static string Order(params (string Name, JsonNode? Value)[] changes)
    {
        var row = JsonNode.Parse(
            """
            {"trade_id":"4000000000000000001","trade_parent_id":"4000000000000000000","item_id":"SimNewId-0001","item_title":"测试纸巾","item_num":1,
             "item_price":"29.90","alipay_total_price":"19.90","total_commission_rate":"10.00","pub_share_rate":"90.00","pub_share_pre_fee":"1.79",
             "pub_share_fee":"0","tk_status":12,"tk_order_role":2,"refund_tag":0,"tk_create_time":"2026-01-15 09:30:00","tk_paid_time":"2026-01-15 09:30:12",
             "modified_time":"2026-01-15 09:30:12","click_time":"2026-01-15 09:25:00","adzone_id":111222333,"site_id":444555,"pub_id":98000001,
             "terminal_type":"无线","order_type":"天猫","flow_source":"--"}
            """)!.AsObject();
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                row.Remove(name);
            }
            else
            {
                row[name] = value;
            }
        }

        return row.ToJsonString();
    }

    public static string Orders(params string[] rows) => Page("1768440000_a|1768440600_b", false, rows);

    public static string Page(string position, bool hasNext, params string[] rows) => $$$"""
        {"tbk_order_details_get_response":{"data":{"has_pre":false,"has_next":{{{(hasNext ? "true" : "false")}}},"page_no":1,"page_size":100,
         "position_index":"{{{position}}}","results":{"publisher_order_dto":[{{{string.Join(',', rows)}}}]}},"request_id":"sim0001"}}
        """;
}
