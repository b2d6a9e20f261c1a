using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>Writes GoodsInfo: amounts are yuan as text, rates percent as text, times milliseconds.</summary>
internal static class VipGoodsRow
{
    private static readonly TimeSpan Season = TimeSpan.FromDays(30);

    public static JsonObject Write(MarketItem item, MarketOffer offer, VipCall call, bool withStock)
    {
        var goodsId = VipGoodsId.Of(item);
        var image = MarketPages.ImageOf(item, call.Base).AbsoluteUri;
        var row = new JsonObject
        {
            ["goodsId"] = goodsId,
            ["goodsName"] = item.Title,
            ["destUrl"] = PageOf(item),
            ["destUrlPc"] = PageOf(item),
            ["goodsThumbUrl"] = image,
            ["goodsMainPicture"] = image,
            ["goodsCarouselPictures"] = new JsonArray(image),
            ["marketPrice"] = offer.ListPrice.ToString(),
            ["vipPrice"] = offer.Price.ToString(),
            ["estimatePrice"] = offer.FinalPrice.ToString(),
            ["commission"] = item.CommissionRate.Of(offer.FinalPrice).ToString(),
            ["commissionRate"] = item.CommissionRate.Percent.ToString("0.00", CultureInfo.InvariantCulture),
            ["discount"] = Ratio(offer),
            ["categoryId"] = item.Category.Cid3,
            ["categoryName"] = item.Category.Name3,
            ["cat1stId"] = item.Category.Cid1,
            ["cat1stName"] = item.Category.Name1,
            ["cat2ndId"] = item.Category.Cid2,
            ["cat2ndName"] = item.Category.Name2,
            ["brandName"] = item.Brand,
            ["brandId"] = item.ShopId,
            ["sourceType"] = item.IsSelfOperated ? 0 : 1,
            ["schemeStartTime"] = call.Now.AddDays(-1).ToUnixTimeMilliseconds(),
            ["schemeEndTime"] = (call.Now + Season).ToUnixTimeMilliseconds(),
            ["status"] = 1,
            ["haiTao"] = 0,
            ["spuId"] = item.SpuId.ToString(CultureInfo.InvariantCulture),
            ["storeInfo"] = new JsonObject { ["storeId"] = item.ShopId.ToString(CultureInfo.InvariantCulture), ["storeName"] = item.ShopName },
            ["commentsInfo"] = new JsonObject { ["comments"] = item.Comments, ["goodCommentsShare"] = item.GoodReviews.Percent.ToString(CultureInfo.InvariantCulture) },
            ["productSales"] = item.Sales30Days.ToString(CultureInfo.InvariantCulture),
            ["adCode"] = VipUrlMethods.AdCodeOf(item),
        };
        if (withStock)
            row["saleStockStatus"] = offer.InStock ? 2 : 1;
        if (offer.Coupon is { } coupon)
            row["couponInfo"] = Coupon(coupon);
        return row;
    }

    /// <summary>The item's plain page.</summary>
    public static string PageOf(MarketItem item) => $"https://detail.vip.com/detail-{item.ShopId}-{VipGoodsId.Of(item)}.html";

    private static JsonObject Coupon(MarketCoupon coupon) => new()
    {
        ["couponNo"] = coupon.Link,
        ["couponName"] = $"满{coupon.Quota.ToPriceText()}减{coupon.Discount.ToPriceText()}",
        ["fav"] = coupon.Discount.ToString(),
        ["buy"] = coupon.Quota.ToString(),
        ["activateBeginTime"] = coupon.StartsAt.ToUnixTimeMilliseconds(),
        ["activateEndTime"] = coupon.EndsAt.ToUnixTimeMilliseconds(),
        ["useBeginTime"] = coupon.StartsAt.ToUnixTimeMilliseconds(),
        ["useEndTime"] = coupon.EndsAt.ToUnixTimeMilliseconds(),
    };

    private static string Ratio(MarketOffer offer) =>
        decimal.Round((decimal)offer.Price.Fen / offer.ListPrice.Fen, 2).ToString(CultureInfo.InvariantCulture);
}
