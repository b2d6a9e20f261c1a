using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>Writes an item as the goods methods list it: yuan and percent as numbers, moments in milliseconds.</summary>
internal static class JdGoodsRow
{
    public static JsonObject Write(MarketItem item, MarketOffer offer, int lowestForDays, JdCall call)
    {
        var row = new JsonObject
        {
            ["brandCode"] = (item.ShopId % 100_000).ToString(CultureInfo.InvariantCulture),
            ["brandName"] = item.Brand,
            ["categoryInfo"] = Category(item.Category),
            ["comments"] = item.Comments,
            ["commissionInfo"] = Commission(item, offer, call.Now),
            ["couponInfo"] = new JsonObject { ["couponList"] = Coupons(offer) },
            ["deliveryType"] = item.IsSelfOperated ? 1 : 0,
            ["forbidTypes"] = new JsonArray(0),
            ["goodCommentsShare"] = item.GoodReviews.Percent,
            ["imageInfo"] = Images(item, call.Base),
            ["inOrderComm30Days"] = item.CommissionRate.Of(offer.FinalPrice * item.Sales30Days).Yuan,
            ["inOrderCount30Days"] = item.Sales30Days,
            ["inOrderCount30DaysSku"] = Math.Max(1, item.Sales30Days / 2),
            ["isHot"] = item.Sales30Days >= 3000 ? 1 : 0,
            ["itemId"] = item.ItemId,
            ["jxFlags"] = new JsonArray(),
            ["materialUrl"] = $"jingfen.jd.com/detail/{item.ItemId}.html",
            ["owner"] = item.IsSelfOperated ? "g" : "p",
            ["pinGouInfo"] = new JsonObject(),
            ["priceInfo"] = Price(offer, lowestForDays),
            ["shopInfo"] = Shop(item),
            ["skuId"] = item.SkuId,
            ["skuName"] = item.Title,
            ["spuid"] = item.SpuId,
        };
        if (offer.IsFlashSale)
            row["seckillInfo"] = FlashSale(offer, call.Now);
        return row;
    }

    public static JsonObject Category(MarketCategory category) => new()
    {
        ["cid1"] = category.Cid1,
        ["cid1Name"] = category.Name1,
        ["cid2"] = category.Cid2,
        ["cid2Name"] = category.Name2,
        ["cid3"] = category.Cid3,
        ["cid3Name"] = category.Name3,
    };

    private static JsonObject Price(MarketOffer offer, int lowestForDays) => new()
    {
        ["historyPriceDay"] = lowestForDays,
        ["lowestCouponPrice"] = offer.FinalPrice.Yuan,
        ["lowestPrice"] = offer.Price.Yuan,
        ["lowestPriceType"] = offer.IsFlashSale ? 3 : 1,
        ["price"] = offer.ListPrice.Yuan,
    };

    private static JsonObject Commission(MarketItem item, MarketOffer offer, DateTimeOffset now) => new()
    {
        ["commission"] = item.CommissionRate.Of(offer.Price).Yuan,
        ["commissionShare"] = item.CommissionRate.Percent,
        ["couponCommission"] = item.CommissionRate.Of(offer.FinalPrice).Yuan,
        ["endTime"] = Beijing.StartOfDay(Beijing.Day(now) + 30).ToUnixTimeMilliseconds(),
        ["isLock"] = 1,
        ["plusCommissionShare"] = item.CommissionRate.Percent,
        ["startTime"] = Beijing.StartOfDay(Beijing.Day(now) - 10).ToUnixTimeMilliseconds(),
    };

    private static JsonArray Coupons(MarketOffer offer) => offer.Coupon is not { } coupon ? [] :
    [
        new JsonObject
        {
            ["bindType"] = 3,
            ["couponStyle"] = 0,
            ["discount"] = coupon.Discount.Yuan,
            ["getEndTime"] = coupon.EndsAt.ToUnixTimeMilliseconds(),
            ["getStartTime"] = coupon.StartsAt.ToUnixTimeMilliseconds(),
            ["hotValue"] = 5,
            ["isBest"] = 1,
            ["isInputCoupon"] = 1,
            ["link"] = coupon.Link,
            ["platformType"] = 0,
            ["quota"] = coupon.Quota.Yuan,
            ["useEndTime"] = coupon.EndsAt.ToUnixTimeMilliseconds(),
            ["useStartTime"] = coupon.StartsAt.ToUnixTimeMilliseconds(),
        },
    ];

    private static JsonObject Images(MarketItem item, Uri address) => new()
    {
        ["imageList"] = new JsonArray(new JsonObject { ["url"] = MarketPages.ImageOf(item, address).AbsoluteUri }),
        ["whiteImage"] = MarketPages.ImageOf(item, address).AbsoluteUri,
    };

    private static JsonObject Shop(MarketItem item)
    {
        var shop = new JsonObject
        {
            ["shopId"] = item.ShopId,
            ["shopLabel"] = "0",
            ["shopLevel"] = item.GoodReviews < Rate.FromPercent(90) ? 3.1m : 4.7m,
            ["shopName"] = item.ShopName,
        };
        if (!item.IsSelfOperated)
        {
            shop["userEvaluateScore"] = "9.4";
            shop["logisticsLvyueScore"] = "9.3";
            shop["afterServiceScore"] = "9.2";
        }

        return shop;
    }

    private static JsonObject FlashSale(MarketOffer offer, DateTimeOffset now) => new()
    {
        ["seckillEndTime"] = Beijing.StartOfDay(Beijing.Day(now) + 1).AddSeconds(-1).ToUnixTimeMilliseconds(),
        ["seckillOriPrice"] = offer.ListPrice.Yuan,
        ["seckillPrice"] = offer.Price.Yuan,
        ["seckillStartTime"] = Beijing.StartOfDay(Beijing.Day(now)).ToUnixTimeMilliseconds(),
    };
}
