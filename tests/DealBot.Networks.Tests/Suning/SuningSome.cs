using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Contracts;

namespace DealBot.Networks.Tests.Suning;

/// <summary>Answers in Suning's shapes, and the pieces they are made of.</summary>
internal static class SuningSome
{
    public const string Item = "11222350513-0070057321";
    public const string Page = "https://product.suning.com/0070057321/11222350513.html";
    public const string CouponPage = "https://quan.suning.com/lqzx_57321.htm";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Body(string business, string json, int? pages = null)
    {
        var content = new JsonObject { ["sn_body"] = new JsonObject { [business] = JsonNode.Parse(json) } };
        if (pages is { } total)
        {
            content["sn_head"] = new JsonObject { ["pageNo"] = "1", ["pageTotal"] = $"{total}" };
        }

        return Answer(content);
    }

    public static string Refusal(string code, string message = "拒绝") =>
        Answer(new JsonObject { ["sn_error"] = new JsonObject { ["error_code"] = code, ["error_msg"] = message } });

    public static string High(int? pages, params string[] rows) => Body("queryInverstmentcommodity", $"[{string.Join(',', rows)}]", pages);

    public static string Orders(params string[] rows) => Body("queryOrder", $"[{string.Join(',', rows)}]", 1);

    public static string ItemLink(string wap, string pc = "") => Body(
        "queryStorepromotionurl", new JsonObject { ["wapExtendUrl"] = wap, ["pcExtendUrl"] = pc, ["spType"] = "" }.ToJsonString());

    public static string PageLink(string extend, string shortUrl) => Body(
        "queryCustompromotionurl", new JsonObject { ["extendUrl"] = extend, ["shortUrl"] = shortUrl }.ToJsonString());

    public static string Long(string query = "userId=60000001&webSiteId=0&adBookId=101917&subUserEx=g42_d7", string target = Page) =>
        $"https://sucs.suning.com/visitor.htm?{query}&vistURL={Uri.EscapeDataString(target)}";

    /// <summary>A row of goods; parts of its commodity or, where the name is couponInfo, of the row are replaced (JSON) or, by null, left out.</summary>
    public static string Row(params (string Name, string? Json)[] changes)
    {
        var row = JsonNode.Parse(
            $$"""
            {"commodityInfo":{"commodityCode":"11222350513","supplierCode":"0070057321","supplierName":"测试旗舰店","commodityName":"测试纸巾 24包",
            "snPrice":"69.90","commodityPrice":"59.90","rate":"3.00","monthSales":"1234","saleStatus":"0","productUrl":"{{Page}}",
            "pictureUrl":[{"picUrl":"//imgservice.suning.cn/1.jpg","locationId":"1"}]},
            "categoryInfo":{"firstSaleCategoryId":"1","firstSaleCategoryName":"家清","thirdSaleCategoryName":"抽纸"},
            "couponInfo":{"couponUrl":"{{CouponPage}}","couponValue":"10","bounsLimit":"50.00","couponCount":"100","couponStartTime":"2026-01-14 00:00:00",
            "couponEndTime":"2026-01-16 23:59:59","startTime":"2026-01-15 00:00:00","endTime":"2026-01-17 00:00:00","afterCouponPrice":"49.90"} }
            """)!.AsObject();
        foreach (var (name, json) in changes)
        {
            var place = name is "couponInfo" or "categoryInfo" ? row : row["commodityInfo"]!.AsObject();
            place.Remove(name);
            if (json is not null)
            {
                place[name] = JsonNode.Parse(json);
            }
        }

        return row.ToJsonString(Plain);
    }

    /// <summary>A line of an order, received, with some parts replaced (JSON).</summary>
    public static string Line(string number = "3200001201601", params (string Name, string Json)[] changes)
    {
        var line = JsonNode.Parse(
            $$"""
            {"orderLineNumber":"{{number}}","orderLineStatusDesc":"确认收货","orderLineStatusChangeTime":"2026-01-15 11:00:00","orderSubmitTime":"2026-01-14 09:30:00",
            "payTime":"2026-01-14 09:31:00","productName":"测试纸巾 24包","goodsNum":"000000011222350513","sellerCode":"70057321","saleNum":"2","payAmount":"99.80000",
            "commissionRatio":"0.03","prePayCommission":"2.99","childAccountId":"g42_d7","positionId":"101917","promotion":"0","violation":"0","returnCommission":"1"}
            """)!.AsObject();
        foreach (var (name, json) in changes)
        {
            line[name] = JsonNode.Parse(json);
        }

        return line.ToJsonString(Plain);
    }

    public static string Order(params string[] lines) => $$"""{"orderCode":"32000012016","orderDetail":[{{string.Join(',', lines)}}]}""";

    public static Deal Deal(Coupon? coupon = null) => new()
    {
        Key = new DealKey("suning", Item),
        Title = "测试纸巾",
        Category = "家清",
        Price = new Money(5_990),
        FinalPrice = new Money(5_990),
        CommissionRate = new Rate(300),
        MaterialUrl = Page,
        SeenAt = SuningScene.Noon,
        Coupon = coupon,
    };

    // As it is written: what an order's row keeps must be what came, to the letter.
    private static string Answer(JsonObject content) =>
        new JsonObject { ["sn_responseContent"] = content }.ToJsonString(Plain);
}
