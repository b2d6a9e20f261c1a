using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>The method of UnionUrlV2Service.</summary>
internal sealed class VipUrlMethods(MarketCatalogue catalogue, MarketPrices prices, MarketLinks links, NetworkFaults faults)
{
    private const int LongestStatParam = 256;
    private static readonly VipSimAccount SomebodyElse = new("someone_else", "", "zz9someone", ["zz9chan"]);

    /// <summary>What a listed item's advertisement is called; given back on conversion, orders carry it.</summary>
    public static string AdCodeOf(MarketItem item) => string.Create(CultureInfo.InvariantCulture, $"ad{item.SkuId:x}");

    public JsonNode? Convert(VipCall call)
    {
        var input = CallParameters.Open(call.Body) ?? throw VipRefusal.Missing("goodsIdList");
        var more = input.Inner("urlGenByGoodsIdRequest");
        if (input.Text("requestId") is null)
            throw VipRefusal.Missing("requestId");

        if (more?.Text("openId") is not { } openId || more.Text("realCall") is null)
            throw VipRefusal.Missing("openId, realCall");

        var chanTag = input.Text("chanTag") ?? "";
        if (chanTag.Length > 0 && !call.Account.ChanTags.Contains(chanTag))
            throw VipRefusal.UnknownPosition(chanTag);

        var tracking = new VipLinkTracking(input.Text("statParam") ?? "", chanTag, openId, more.Text("adCode") ?? "");
        if (tracking.StatParam.Length > LongestStatParam)
            throw VipRefusal.Mismatch("statParam");

        var items = input.List("goodsIdList").Select(id => VipGoodsId.Find(catalogue, id)).OfType<MarketItem>().ToList();
        return items.Count == 0 ? null : new JsonObject { ["urlInfoList"] = new JsonArray([.. items.Select(item => Write(Issue(call, item, tracking), call))]) };
    }

    private (MarketLink Link, VipSimAccount Account) Issue(VipCall call, MarketItem item, VipLinkTracking tracking)
    {
        var isForeign = faults.Take(NetworkFault.ForeignLink, call.Method);
        var account = isForeign ? SomebodyElse : call.Account;
        var carried = isForeign ? tracking with { ChanTag = SomebodyElse.ChanTags[0], PositionId = SomebodyElse.ChanTags[0] } : tracking;

        // Whoever comes through the link is given the coupon that is listed.
        var coupon = prices.OfferAt(item, call.Now).Coupon is { } listed && listed.EndsAt >= call.Now ? listed : null;
        return (links.Issue(account.AppKey, item, coupon, carried, call.Now), account);
    }

    private static JsonObject Write((MarketLink Link, VipSimAccount Account) issued, VipCall call)
    {
        var (link, account) = issued;
        var goodsId = VipGoodsId.Of(link.Item);
        var shortUrl = new Uri(call.Base, $"u/{link.Code}").AbsoluteUri;
        return new JsonObject
        {
            ["source"] = goodsId,
            ["url"] = shortUrl,
            ["longUrl"] = VipLongLink.Write(call.Base, link, account.UnionCode),
            ["ulUrl"] = $"https://click.union.vip.com/deeplink/showGoodsDetail?pid={goodsId}",
            ["deeplinkUrl"] = $"vipshop://showGoodsDetail?pid={goodsId}",
            ["traFrom"] = Uri.EscapeDataString($"adp:{link.Tracking.PositionId}::mig_code"),
            ["noEvokeUrl"] = $"{shortUrl}?wq=1",
            ["vipWxUrl"] = $"pages/productDetail/productDetail?goodsId={goodsId}",
            ["onlyCommand"] = $"￥{link.Code}￥ 打开唯品会",
        };
    }
}
