using System.Text.Json;
using System.Web;
using DealBot.Contracts;

namespace DealBot.Networks.Tests.Pdd;

/// <summary>Answers in Pinduoduo's shapes, and the pieces they are made of.</summary>
internal static class PddSome
{
    public const string Sign = "c9r2Sim_J0001";

    public static string Goods(int total, params string[] rows) =>
        $$$"""{"goods_search_response":{"goods_list":[{{{string.Join(',', rows)}}}],"total_count":{{{total}}},"list_id":"list-1","search_id":"search-1","request_id":"1"}}""";

    public static string Orders(int? total, params string[] rows) =>
        $$$"""{"order_list_get_response":{{{{(total is null ? "" : $"\"total_count\":{total},")}}}"order_list":[{{{string.Join(',', rows)}}}],"request_id":"1"}}""";

    public static string Links(params (string Name, string? Link)[] links) =>
        $$$"""{"goods_promotion_url_generate_response":{"goods_promotion_url_list":[{{{Object(links.Select(link => (link.Name, link.Link is null ? null : JsonSerializer.Serialize(link.Link))))}}}],"request_id":"1"}}""";

    public static string Authority(int bind) => $$$"""{"authority_query_response":{"bind":{{{bind}}},"request_id":"1"}}""";

    public static string Refusal(string code, string message = "拒绝", string? subMessage = null) =>
        $$"""{"error_response":{"error_msg":"{{message}}","sub_msg":"{{subMessage}}","sub_code":null,"error_code":{{code}},"request_id":"1"} }""";

    /// <summary>A long link that carries what was asked for.</summary>
    public static string Long(string pid = PddScene.Pid, string? custom = """{"uid":"dealbot","sid":"g42_d7"}""") =>
        $"https://mobile.yangkeduo.com/duo_coupon_landing.html?goods_id=600000000001&pid={pid}&goods_sign={Sign}"
        + (custom is null ? "" : $"&customParameters={HttpUtility.UrlEncode(custom)}") + "&cpsSign=CC_260115_x&duoduo_type=2";

    /// <summary>The same within the page that opens the app.</summary>
    public static string Mobile(string pid = PddScene.Pid, string? custom = """{"uid":"dealbot","sid":"g42_d7"}""") =>
        "https://mobile.yangkeduo.com/app.html?launch_url=" + HttpUtility.UrlEncode(Long(pid, custom)["https://mobile.yangkeduo.com/".Length..]);

    /// <summary>A row of goods, with some parts replaced (JSON) or, by null, left out.</summary>
    public static string Row(string sign = Sign, params (string Name, string? Json)[] changes) => Object(Merge(
        [
            ("goods_sign", $"\"{sign}\""),
            ("goods_name", "\"测试洗衣液 2kg×4瓶\""),
            ("goods_image_url", "\"https://img.pddpic.com/sim.jpg\""),
            ("goods_thumbnail_url", "\"https://img.pddpic.com/sim-small.jpg\""),
            ("min_group_price", "2990"),
            ("min_normal_price", "3590"),
            ("has_coupon", "true"),
            ("coupon_discount", "1000"),
            ("coupon_min_order_amount", "2000"),
            ("coupon_remain_quantity", "900"),
            ("coupon_start_time", $"{PddScene.Noon.AddDays(-1).ToUnixTimeSeconds()}"),
            ("coupon_end_time", $"{PddScene.Noon.AddDays(1).ToUnixTimeSeconds()}"),
            ("promotion_rate", "200"),
            ("sales_tip", "\"1.2万\""),
            ("mall_name", "\"测试专营店\""),
            ("merchant_type", "5"),
            ("brand_name", "\"测试\""),
            ("opt_name", "\"百货\""),
            ("only_scene_auth", "false"),
        ],
        changes));

    public static string OrderRow(string number = "260115-000000000000001", params (string Name, string? Json)[] changes) => Object(Merge(
        [
            ("order_sn", $"\"{number}\""),
            ("order_id", "\"Sim0rderId==\""),
            ("goods_id", "600000000001"),
            ("goods_sign", $"\"{Sign}\""),
            ("goods_name", "\"测试洗衣液\""),
            ("goods_quantity", "1"),
            ("goods_price", "2990"),
            ("order_amount", "1990"),
            ("promotion_rate", "200"),
            ("promotion_amount", "398"),
            ("order_status", "1"),
            ("order_status_desc", "\"已成团\""),
            ("order_create_time", "1768440600"),
            ("order_pay_time", "1768440612"),
            ("order_group_success_time", "1768440613"),
            ("order_modify_at", "1768440613"),
            ("p_id", $"\"{PddScene.Pid}\""),
            ("custom_parameters", "\"{\\\"uid\\\":\\\"dealbot\\\",\\\"sid\\\":\\\"g42_d7\\\"}\""),
            ("price_compare_status", "0"),
        ],
        changes));

    public static Deal Deal() => new()
    {
        Key = new DealKey("pdd", Sign),
        Title = "测试洗衣液",
        Category = "百货",
        Price = new Money(2990),
        FinalPrice = new Money(1990),
        CommissionRate = new Rate(2000),
        MaterialUrl = $"https://mobile.yangkeduo.com/goods.html?goods_sign={Sign}&search_id=search-1",
        SeenAt = PddScene.Noon,
    };

    private static IEnumerable<(string Name, string? Json)> Merge((string Name, string? Json)[] parts, (string Name, string? Json)[] changes) =>
        parts.Where(part => changes.All(change => change.Name != part.Name)).Concat(changes);

    private static string Object(IEnumerable<(string Name, string? Json)> parts) =>
        "{" + string.Join(',', parts.Where(part => part.Json is not null).Select(part => $"\"{part.Name}\":{part.Json}")) + "}";
}
