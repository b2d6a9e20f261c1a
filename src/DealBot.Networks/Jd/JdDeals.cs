using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>Turns a row of goods into a deal.</summary>
internal static class JdDeals
{
    /// <summary>The union item id, or the raw SKU where JD still gives only that.</summary>
    public static string? ItemId(WireNode row) => row["itemId"].Id ?? row["skuId"].Id;

    /// <summary>
    /// Null if id, title, price or commission can't be read: such a row can't be posted, or nothing is known to be earned by it.
    /// </summary>
    public static Deal? Read(WireNode row, string? channel, DateTimeOffset now)
    {
        var prices = row["priceInfo"];
        var lowest = Positive(prices["lowestPrice"]);
        if (ItemId(row) is not { } itemId
            || Title(row) is not { } title
            || (Positive(prices["price"]) ?? lowest) is not { } price
            || row["commissionInfo"]["commissionShare"].Percent is not { } rate)
        {
            return null;
        }

        var coupons = row["couponInfo"]["couponList"].Items.ToArray();
        var payable = Money.Min(lowest ?? price, price);
        var coupon = JdCoupons.Best(coupons, payable, now);
        return new Deal
        {
            Key = new DealKey(JdNetwork.NetworkName, itemId),
            SkuId = row["skuId"].Id,
            MainSkuId = row["spuid"].Id,
            Title = title,
            Brand = row["brandName"].Text,
            ShopName = row["shopInfo"]["shopName"].Text,
            Seller = Seller(row["owner"].Text),
            Category = row["categoryInfo"]["cid1Name"].Text ?? "",
            Subcategory = row["categoryInfo"]["cid3Name"].Text,
            // What the app asks without the coupon, promotion included; the list price behind it is nobody's saving.
            Price = payable,
            FinalPrice = Money.Min(payable, FinalPrice(prices, payable, coupon, coupons)),
            Coupon = coupon,
            CommissionRate = rate,
            GoodReviews = row["goodCommentsShare"].Percent,
            Comments = row["comments"].Count,
            Sales30Days = row["inOrderCount30Days"].Count ?? row["inOrderCount30DaysSku"].Count,
            ImageUrl = Image(row["imageInfo"]),
            MaterialUrl = row["materialUrl"].Text ?? Material(row),
            InStock = row["stockState"].Number switch { 1 => true, 0 => false, _ => null },
            Channel = channel,
            SeenAt = now,
        };
    }

    /// <summary>
    /// JD's own price after the coupon, unless the coupon that it reckoned with can't be used: an expired coupon must not make a price.
    /// </summary>
    private static Money FinalPrice(WireNode prices, Money payable, Coupon? coupon, WireNode[] listed)
    {
        var reckonedWith = listed.FirstOrDefault(node => node["isBest"].IsSet);
        var isStale = reckonedWith.Exists ? coupon?.Link != reckonedWith["link"].Text : listed.Length > 0 && coupon is null;
        return !isStale && Positive(prices["lowestCouponPrice"]) is { } told ? told : payable - (coupon?.Discount ?? Money.Zero);
    }

    private static Money? Positive(WireNode node) => node.Yuan is { } yuan && yuan > Money.Zero ? yuan : null;

    private static string? Title(WireNode row) =>
        row["skuName"].Text is { } name && WireText.OneLine(name) is { Length: > 0 } title ? title : null;

    private static SellerKind Seller(string? owner) => owner switch
    {
        "g" => SellerKind.Platform,
        "p" => SellerKind.Shop,
        _ => SellerKind.Unknown,
    };

    private static string Material(WireNode row) =>
        row["itemId"].Id is { } itemId ? $"jingfen.jd.com/detail/{itemId}.html" : $"item.jd.com/{row["skuId"].Id}.html";

    private static Uri? Image(WireNode images)
    {
        var address = images["imageList"].Items.Select(image => image["url"].Text).FirstOrDefault(url => url is not null)
            ?? images["whiteImage"].Text;
        if (address is null)
        {
            return null;
        }

        var hasScheme = address.Contains("://", StringComparison.Ordinal);
        var text = hasScheme ? address : "https://" + address.TrimStart('/');
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
