using System.Text.Encodings.Web;
using System.Text.Json;
using DealBot.Contracts;

namespace DealBot.Networks.Tests.Jd;

/// <summary>Answers in JD's shapes, and the pieces they are made of.</summary>
internal static class JdSome
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole answer: envelope, JSON text, inner object.</summary>
    public static string Body(string inner, string outer = "jd_union_open_goods_jingfen_query_responce", string result = "queryResult") =>
        $$$"""{"{{{outer}}}":{"code":"0","{{{result}}}":{{{JsonSerializer.Serialize(inner, Json)}}}}}""";

    public static string Goods(int total, params string[] rows) =>
        Body($$"""{"code":200,"data":[{{string.Join(',', rows)}}],"message":"success","requestId":"o_1","totalCount":{{total}}}""");

    public static string Orders(bool hasMore, params string[] rows) =>
        Body(
            $$"""{"code":200,"data":[{{string.Join(',', rows)}}],"hasMore":{{(hasMore ? "true" : "false")}},"message":"success"}""",
            "jd_union_open_order_row_query_responce");

    public static string Links(string data) =>
        Body($$"""{"code":200,"data":{{data}},"message":"success"}""", "jd_union_open_promotion_bysubunionid_get_responce", "getResult");

    public static string Refusal(string code, string message = "拒绝") =>
        Body($$"""{"code":{{code}},"message":"{{message}}"}""");

    public static string GatewayError(string code, string words) =>
        $$$"""{"error_response":{"code":"{{{code}}}","zh_desc":"{{{words}}}","en_desc":"no"}}""";

    /// <summary>A row of goods, with some parts replaced (JSON) or, by null, left out.</summary>
    public static string Row(string itemId = "MsDxItem1", params (string Name, string? Json)[] changes)
    {
        var parts = new Dictionary<string, string?>
        {
            ["itemId"] = $"\"{itemId}\"",
            ["skuName"] = "\"测试抽纸 3层100抽 24包（整箱）\"",
            ["owner"] = "\"g\"",
            ["brandName"] = "\"测试\"",
            ["spuid"] = "55500011",
            ["materialUrl"] = $"\"jingfen.jd.com/detail/{itemId}.html\"",
            ["priceInfo"] = """{"price":59.9,"lowestPrice":49.9,"lowestCouponPrice":39.9,"lowestPriceType":1}""",
            ["commissionInfo"] = """{"commissionShare":11.5,"commission":5.74}""",
            ["couponInfo"] = $$"""{"couponList":[{{Coupon()}}]}""",
            ["imageInfo"] = """{"imageList":[{"url":"//img14.360buyimg.com/ads/a.jpg"},{"url":"https://img14.360buyimg.com/ads/b.jpg"}]}""",
            ["shopInfo"] = """{"shopId":1,"shopName":"测试京东自营旗舰店"}""",
            ["categoryInfo"] = """{"cid1":1,"cid1Name":"家庭清洁/纸品","cid2":2,"cid2Name":"清洁纸品","cid3":3,"cid3Name":"抽纸"}""",
            ["comments"] = "20000",
            ["goodCommentsShare"] = "98",
            ["inOrderCount30Days"] = "1234",
        };
        foreach (var (name, json) in changes)
        {
            parts[name] = json;
        }

        return Object(parts);
    }

    /// <summary>A usable coupon of 10 yuan from 30, JD's own choice, with some parts replaced.</summary>
    public static string Coupon(params (string Name, string? Json)[] changes)
    {
        var parts = new Dictionary<string, string?>
        {
            ["discount"] = "10",
            ["quota"] = "30",
            ["link"] = "\"http://coupon.m.jd.com/coupons/show.action?key=a%2Bb&roleId=1\"",
            ["isBest"] = "1",
            ["useStartTime"] = Milliseconds(JdScene.Noon.AddDays(-1)),
            ["useEndTime"] = Milliseconds(JdScene.Noon.AddDays(2)),
            ["getStartTime"] = Milliseconds(JdScene.Noon.AddDays(-2)),
            ["getEndTime"] = Milliseconds(JdScene.Noon.AddDays(1)),
        };
        foreach (var (name, json) in changes)
        {
            parts[name] = json;
        }

        return Object(parts);
    }

    public static string OrderRow(string id = "900000000000000001", params (string Name, string? Json)[] changes)
    {
        var parts = new Dictionary<string, string?>
        {
            ["id"] = $"\"{id}\"",
            ["orderId"] = "300100200300",
            ["parentId"] = "0",
            ["orderTime"] = "\"2026-01-15 09:31:02\"",
            ["finishTime"] = "\"\"",
            ["modifyTime"] = "\"2026-01-15 09:31:40\"",
            ["positionId"] = "3100000007",
            ["subUnionId"] = "\"g42_d7\"",
            ["skuId"] = "100012043978",
            ["itemId"] = "\"MsDxItem1\"",
            ["skuName"] = "\"测试抽纸 24包\"",
            ["skuNum"] = "2",
            ["skuReturnNum"] = "1",
            ["commissionRate"] = "5.0",
            ["estimateCosPrice"] = "54.0",
            ["estimateFee"] = "2.43",
            ["actualCosPrice"] = "27.0",
            ["actualFee"] = "1.215",
            ["validCode"] = "16",
            ["payMonth"] = "0",
        };
        foreach (var (name, json) in changes)
        {
            parts[name] = json;
        }

        return Object(parts);
    }

    public static Deal Deal(Coupon? coupon = null) => new()
    {
        Key = new DealKey("jd", "MsDxItem1"),
        Title = "测试抽纸",
        Category = "家庭清洁/纸品",
        Price = Money.FromYuan(49.9m),
        FinalPrice = Money.FromYuan(39.9m),
        CommissionRate = Rate.FromPercent(11.5m),
        MaterialUrl = "jingfen.jd.com/detail/MsDxItem1.html",
        SeenAt = JdScene.Noon,
        Coupon = coupon,
    };

    public static string Milliseconds(DateTimeOffset moment) => $"{moment.ToUnixTimeMilliseconds()}";

    private static string Object(Dictionary<string, string?> parts) =>
        "{" + string.Join(',', parts.Where(part => part.Value is not null).Select(part => $"\"{part.Key}\":{part.Value}")) + "}";
}
