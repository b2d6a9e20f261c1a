using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Pdd;

/// <summary>Writes an item as goods.search lists it: fen, per mille, seconds.</summary>
internal static class PddGoodsRow
{
    private const int PerMille = 10;

    public static JsonObject Write(MarketItem item, MarketOffer offer, string searchId, PddCall call)
    {
        var shelf = PddShelf.Of(item);
        var picture = MarketPages.ImageOf(item, call.Base).AbsoluteUri;
        var row = new JsonObject
        {
            ["goods_sign"] = item.ItemId,
            ["goods_name"] = item.Title,
            ["goods_desc"] = item.Label,
            ["goods_thumbnail_url"] = picture,
            ["goods_image_url"] = picture,
            ["min_group_price"] = offer.Price.Fen,
            ["min_normal_price"] = offer.ListPrice.Fen,
            ["promotion_rate"] = item.CommissionRate.BasisPoints / PerMille,
            ["predict_promotion_rate"] = item.CommissionRate.BasisPoints / PerMille / 2,
            ["activity_type"] = offer.IsFlashSale ? 3 : 0,
            ["activity_tags"] = new JsonArray(),
            ["sales_tip"] = SalesTip(item.Sales30Days * 12L),
            ["mall_id"] = item.ShopId,
            ["mall_name"] = item.ShopName,
            ["merchant_type"] = item.IsSelfOperated ? 3 : 5,
            ["opt_id"] = shelf.Id,
            ["opt_ids"] = new JsonArray([.. PddShelf.All.Where(one => one.Holds(item)).Select(one => JsonValue.Create(one.Id))]),
            ["opt_name"] = shelf.Name,
            ["cat_ids"] = new JsonArray(item.Category.Cid1, item.Category.Cid2, item.Category.Cid3),
            ["brand_name"] = item.Brand,
            ["plan_type"] = 1,
            ["desc_txt"] = item.GoodReviews < Rate.FromPercent(90) ? "低" : "高",
            ["lgst_txt"] = "高",
            ["serv_txt"] = "高",
            ["service_tags"] = new JsonArray(4, 13),
            ["has_material"] = false,
            ["only_scene_auth"] = false,
            ["search_id"] = searchId,
        };
        WriteCoupon(row, item, offer.Coupon);
        return row;
    }

    private static void WriteCoupon(JsonObject row, MarketItem item, MarketCoupon? coupon)
    {
        row["has_coupon"] = coupon is not null;
        row["has_mall_coupon"] = false;
        row["coupon_discount"] = coupon?.Discount.Fen ?? 0;
        row["coupon_min_order_amount"] = coupon?.Quota.Fen ?? 0;
        row["coupon_total_quantity"] = coupon is null ? 0 : 10_000;
        row["coupon_remain_quantity"] = coupon is null ? 0 : 1_000 + (int)(StableRandom.Hash("pdd coupon", item.SkuId) % 9_000);
        row["coupon_start_time"] = coupon?.StartsAt.ToUnixTimeSeconds() ?? 0;
        row["coupon_end_time"] = coupon?.EndsAt.ToUnixTimeSeconds() ?? 0;
    }

    private static string SalesTip(long sales) =>
        sales < 10_000 ? sales.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{sales / 10_000m:0.#}万");
}
