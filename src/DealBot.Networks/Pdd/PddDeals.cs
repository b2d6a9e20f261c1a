using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>Turns a row of goods into a deal.</summary>
internal static class PddDeals
{
    public static string? ItemId(WireNode row) => row["goods_sign"].Text;

    /// <summary>
    /// Null if sign, title, price or commission can't be read, or the item is reserved for other channels: such a row can't be posted, or nothing is
    /// known to be earned by it.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="searchId">The search that found it.</param>
    /// <param name="channel">The shelf; null if it was searched for.</param>
    /// <param name="now">When the answer came.</param>
    public static Deal? Read(WireNode row, string? searchId, string? channel, DateTimeOffset now)
    {
        if (ItemId(row) is not { } goodsSign
            || row["goods_name"].Text is not { } name
            || WireText.OneLine(name) is not { Length: > 0 } title
            || row["min_group_price"].Fen is not { } price
            || price <= Money.Zero
            || row["promotion_rate"].PerMille is not { } rate
            || row["only_scene_auth"].IsSet)
        {
            return null;
        }

        var coupon = PddCoupons.Read(row, price, PddMaterial.Write(goodsSign, searchId: null), now);
        return new Deal
        {
            Key = new DealKey(PddNetwork.NetworkName, goodsSign),
            SkuId = row["goods_id"].Id,
            Title = title,
            Brand = row["brand_name"].Text,
            ShopName = row["mall_name"].Text,
            Seller = row["merchant_type"].Exists ? SellerKind.Shop : SellerKind.Unknown,
            Category = row["opt_name"].Text ?? row["category_name"].Text ?? "",
            Price = price,
            FinalPrice = price - (coupon?.Discount ?? Money.Zero),
            Coupon = coupon,
            CommissionRate = rate,
            ImageUrl = Image(row["goods_image_url"]) ?? Image(row["goods_thumbnail_url"]),
            MaterialUrl = PddMaterial.Write(goodsSign, row["search_id"].Text ?? searchId),
            Channel = channel,
            SeenAt = now,
        };
    }

    private static Uri? Image(WireNode node) => Uri.TryCreate(node.Text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
