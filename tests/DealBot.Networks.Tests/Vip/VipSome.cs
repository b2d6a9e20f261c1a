using System.Text;
using System.Text.Json.Nodes;
using DealBot.Contracts;

namespace DealBot.Networks.Tests.Vip;

/// <summary>Answers in Vipshop's shapes, and the pieces they are made of.</summary>
internal static class VipSome
{
    public const string Item = "6919197068968114384";

    public static string Body(string result) => $$"""{"returnCode":"0","result":{{result}}}""";

    public static string Refusal(string code, string message = "拒绝") => $$"""{"returnCode":"{{code}}","returnMessage":"{{message}}"}""";

    public static string Goods(params string[] rows) => Body($$"""{"goodsInfoList":[{{string.Join(',', rows)}}],"lastPage":true,"nextPageOffset":{{rows.Length}}}""");

    public static string Orders(int total, params string[] rows) =>
        Body($$"""{"orderInfoList":[{{string.Join(',', rows)}}],"total":{{total}},"page":1,"pageSize":50}""");

    public static string Links(string longUrl, string url = "https://t.vip.com/mlCYWuKuVNA", string source = Item) =>
        Body(new JsonObject { ["urlInfoList"] = new JsonArray(new JsonObject { ["source"] = source, ["url"] = url, ["longUrl"] = longUrl, ["onlyCommand"] = "￥abc￥" }) }.ToJsonString());

    /// <summary>A long link with what its packed part says (JSON).</summary>
    public static string Long(string packed) =>
        $"https://t.vip.com/redirect.php?url={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(packed)))}";

    public static string Long(string ucode = VipScene.UnionCode, string chan = VipScene.ChanTag) => Long($$"""{"schemecode":"m5f6","ucode":"{{ucode}}","chan":"{{chan}}"}""");

    /// <summary>A row of goods, with some parts replaced (JSON) or, by null, left out.</summary>
    public static string Row(params (string Name, string? Json)[] changes) => Changed(
        $$"""
        {"goodsId":"{{Item}}","goodsName":"测试连衣裙","destUrl":"https://detail.vip.com/detail-1-{{Item}}.html","goodsMainPicture":"//a.vpimg4.com/1.jpg",
        "marketPrice":"399.00","vipPrice":"139.90","estimatePrice":"119.90","commission":"11.99","commissionRate":"10.00","categoryName":"连衣裙",
        "cat1stName":"女装","brandName":"测试","sourceType":1,"status":1,"saleStockStatus":2,"spuId":"77","storeInfo":{"storeId":"5","storeName":"测试旗舰店"},
        "commentsInfo":{"comments":2000,"goodCommentsShare":"98"},"productSales":"1234","adCode":"ad1",
        "couponInfo":{"couponNo":"c1","fav":"20","buy":"100","activateBeginTime":{{At(-24)}},"activateEndTime":{{At(24)}} } }
        """,
        changes);

    /// <summary>An order of two pieces of one item, received.</summary>
    public static string Order(params (string Name, string? Json)[] changes) => Changed(
        $$"""
        {"orderSn":"26011500001","status":1,"orderSubStatusName":"已签收","settled":0,"orderTime":{{At(-48)}},"signTime":{{At(-1)}},"lastUpdateTime":{{At(-1)}},
        "channelTag":"{{VipScene.ChanTag}}","pid":"{{VipScene.ChanTag}}","statParam":"g42_d7","totalCost":"239.80","commission":"23.98",
        "detailList":[{"goodsId":"{{Item}}","goodsName":"测试连衣裙","goodsCount":2,"commissionTotalCost":"239.80","commissionRate":"10.00","commission":"23.98"}]}
        """,
        changes);

    public static Deal Deal() => new()
    {
        Key = new DealKey("vip", Item),
        Title = "测试连衣裙",
        Category = "女装",
        Price = Money.FromYuan(139.9m),
        FinalPrice = Money.FromYuan(119.9m),
        CommissionRate = Rate.FromPercent(10),
        MaterialUrl = $"https://detail.vip.com/detail-1-{Item}.html#adCode=ad1",
        SeenAt = VipScene.Noon,
    };

    public static long At(double hours) => VipScene.Noon.AddHours(hours).ToUnixTimeMilliseconds();

    private static string Changed(string json, (string Name, string? Json)[] changes)
    {
        var row = JsonNode.Parse(json)!.AsObject();
        foreach (var (name, change) in changes)
        {
            if (change is null)
            {
                row.Remove(name);
            }
            else
            {
                row[name] = JsonNode.Parse(change);
            }
        }

        return row.ToJsonString();
    }
}
