using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>Writes a commodity: everything is text, amounts are yuan, the rate is a percentage.</summary>
internal static class SuningGoodsRow
{
    public static JsonObject Write(MarketItem item, MarketOffer offer, SuningCall call)
    {
        var row = new JsonObject
        {
            ["commodityInfo"] = Commodity(item, offer, call),
            ["categoryInfo"] = new JsonObject
            {
                ["firstSaleCategoryId"] = Text(item.Category.Cid1),
                ["firstSaleCategoryName"] = item.Category.Name1,
                ["secondSaleCategoryId"] = Text(item.Category.Cid2),
                ["secondSaleCategoryName"] = item.Category.Name2,
                ["thirdSaleCategoryId"] = Text(item.Category.Cid3),
                ["thirdSaleCategoryName"] = item.Category.Name3,
            },

            // Where there is none, Suning writes texts without anything in them.
            ["pgInfo"] = new JsonObject { ["pgPrice"] = "", ["pgNum"] = "", ["pgUrl"] = "", ["pgActionId"] = "", ["minOrderQuantity"] = "" },
            ["couponInfo"] = offer.Coupon is { } coupon ? Coupon(coupon, offer) : "",
        };
        return row;
    }

    private static JsonObject Commodity(MarketItem item, MarketOffer offer, SuningCall call) => new()
    {
        ["commodityCode"] = SuningItemCodes.Commodity(item),
        ["supplierCode"] = SuningItemCodes.Shop(item),
        ["supplierName"] = item.ShopName,
        ["commodityName"] = item.Title,
        ["sellingPoint"] = item.Label,
        ["snPrice"] = offer.ListPrice.ToString(),
        ["commodityPrice"] = offer.Price.ToString(),
        ["priceType"] = "易购价",
        ["priceTypeCode"] = "1",
        ["rate"] = item.CommissionRate.Percent.ToString("0.00", CultureInfo.InvariantCulture),
        ["monthSales"] = Text(item.Sales30Days),
        ["saleStatus"] = offer.InStock ? "0" : "1",
        ["baoyou"] = "1",
        ["commodityType"] = item.IsSelfOperated ? "1" : "2",
        ["pictureUrl"] = new JsonArray(new JsonObject { ["picUrl"] = MarketPages.ImageOf(item, call.Base).AbsoluteUri, ["locationId"] = "1" }),
        ["productUrl"] = SuningItemCodes.Page(item),
    };

    private static JsonObject Coupon(MarketCoupon coupon, MarketOffer offer) => new()
    {
        ["couponUrl"] = SuningCouponPage.Of(coupon),
        ["activityId"] = "2026",
        ["activitySecretKey"] = "",
        ["couponValue"] = coupon.Discount.ToString(),
        ["couponCount"] = "1000",
        ["couponStartTime"] = Beijing.Write(coupon.StartsAt),
        ["couponEndTime"] = Beijing.Write(coupon.EndsAt),
        ["startTime"] = Beijing.Write(coupon.StartsAt),
        ["endTime"] = Beijing.Write(coupon.EndsAt),
        ["bounsLimit"] = coupon.Quota.ToString(),
        ["activityDescription"] = $"满{coupon.Quota.ToPriceText()}减{coupon.Discount.ToPriceText()}",
        ["afterCouponPrice"] = offer.FinalPrice.ToString(),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
