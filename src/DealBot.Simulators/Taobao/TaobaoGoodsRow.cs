using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Taobao;

/// <summary>Writes an item as a search lists it: yuan as text, lists within objects.</summary>
internal static class TaobaoGoodsRow
{
    public static JsonObject Write(MarketItem item, MarketOffer offer, Uri address, JsonObject publishing) => new()
    {
        ["item_id"] = TaobaoGoods.IdOf(item),
        ["item_basic_info"] = Basics(item, address),
        ["price_promotion_info"] = Prices(offer),
        ["publish_info"] = publishing,
        ["scope_info"] = new JsonObject { ["superior_brand"] = "0" },
    };

    /// <summary>A search that has but one hit tells neither which item it is nor how to get there.</summary>
    public static void Hide(JsonObject row)
    {
        row.Remove("item_id");
        var publishing = row["publish_info"]!.AsObject();
        publishing.Remove("click_url");
        publishing.Remove("coupon_share_url");
    }

    private static JsonObject Basics(MarketItem item, Uri address)
    {
        var picture = MarketPages.ImageOf(item, address).AbsoluteUri;
        return new JsonObject
        {
            ["title"] = item.Title,
            ["short_title"] = item.Label,
            ["sub_title"] = item.Title,
            ["pict_url"] = picture,
            ["white_image"] = picture,
            ["small_images"] = new JsonObject { ["string"] = new JsonArray(picture) },
            ["category_id"] = item.Category.Cid3,
            ["category_name"] = item.Category.Name3,
            ["level_one_category_id"] = item.Category.Cid1,
            ["level_one_category_name"] = item.Category.Name1,
            ["seller_id"] = item.ShopId,
            ["shop_title"] = item.ShopName,
            ["brand_name"] = item.Brand,
            ["user_type"] = item.IsSelfOperated ? 1 : 0,
            ["volume"] = item.Sales30Days,
            ["tk_total_sales"] = item.Sales30Days.ToString(CultureInfo.InvariantCulture),
            ["annual_vol"] = $"{item.Sales30Days * 12}",
            ["provcity"] = "浙江 杭州",
        };
    }

    private static JsonObject Prices(MarketOffer offer)
    {
        var prices = new JsonObject
        {
            ["reserve_price"] = offer.ListPrice.ToPriceText(),
            ["zk_final_price"] = offer.Price.ToPriceText(),
            ["final_promotion_price"] = offer.FinalPrice.ToPriceText(),
            ["promotion_tag_list"] = new JsonObject { ["promotion_tag_map_data"] = new JsonArray(new JsonObject { ["tag_name"] = "包邮" }) },
        };
        if (offer.Coupon is { } coupon)
        {
            prices["final_promotion_path_list"] = new JsonObject
            {
                ["final_promotion_path_map_data"] = new JsonArray(new JsonObject
                {
                    ["promotion_title"] = "商品券",
                    ["promotion_desc"] = $"满{coupon.Quota.ToPriceText()}减{coupon.Discount.ToPriceText()}",
                    ["promotion_fee"] = coupon.Discount.ToPriceText(),
                    ["promotion_id"] = Id(coupon),
                    ["promotion_start_time"] = Beijing.Write(coupon.StartsAt),
                    ["promotion_end_time"] = Beijing.Write(coupon.EndsAt),
                }),
            };
        }

        return prices;
    }

    private static string Id(MarketCoupon coupon) => string.Create(CultureInfo.InvariantCulture, $"{StableRandom.Hash("promotion", coupon.Link):x16}");
}
