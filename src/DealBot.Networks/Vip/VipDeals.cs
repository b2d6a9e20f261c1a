using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>Turns a row of goods into a deal.</summary>
internal static class VipDeals
{
    private const decimal OffShelf = 0;

    public static string? ItemId(WireNode row) => row["goodsId"].Id;

    /// <summary>Whether Vipshop says that the item was taken off.</summary>
    public static bool IsGone(WireNode row) => row["status"].Number == OffShelf;

    /// <summary>
    /// Null if id, title, price or commission can't be read: such a row can't be posted, or nothing is known to be earned by it.
    /// </summary>
    public static Deal? Read(WireNode row, string? channel, DateTimeOffset now)
    {
        if (ItemId(row) is not { } itemId
            || Title(row) is not { } title
            || Positive(row["vipPrice"]) is not { } price
            || row["commissionRate"].Percent is not { } rate
            || IsGone(row))
        {
            return null;
        }

        var coupon = VipCoupons.Best(row, price, now);
        return new Deal
        {
            Key = new DealKey(VipNetwork.NetworkName, itemId),
            MainSkuId = row["spuId"].Id,
            Title = title,
            Brand = row["brandName"].Text,
            ShopName = row["storeInfo"]["storeName"].Text,
            Seller = Seller(row["sourceType"].Number),
            Category = row["cat1stName"].Text ?? row["categoryName"].Text ?? "",
            Subcategory = row["categoryName"].Text ?? row["cat2ndName"].Text,

            // What the app asks; marketPrice is the price tag that nobody pays.
            Price = price,
            FinalPrice = Money.Min(price, FinalPrice(row, price, coupon)),
            Coupon = coupon,
            CommissionRate = rate,
            GoodReviews = row["commentsInfo"]["goodCommentsShare"].Percent,
            Comments = row["commentsInfo"]["comments"].Count,
            Sales30Days = row["productSales"].Count,
            ImageUrl = Image(row["goodsMainPicture"].Text ?? row["goodsThumbUrl"].Text),
            MaterialUrl = VipMaterial.Of(row["destUrl"].Text ?? $"https://detail.vip.com/detail-0-{itemId}.html", row["adCode"].Text),
            InStock = row["saleStockStatus"].Number switch { 1 => false, 2 or 3 => true, _ => null },
            Channel = channel,
            SeenAt = now,
        };
    }

    /// <summary>Vipshop's own estimate, unless it may rest on a coupon that can't be used: an expired coupon must not make a price.</summary>
    private static Money FinalPrice(WireNode row, Money price, Coupon? coupon)
    {
        var isStale = coupon is null && VipCoupons.AreListed(row);
        return !isStale && Positive(row["estimatePrice"]) is { } told ? told : price - (coupon?.Discount ?? Money.Zero);
    }

    private static Money? Positive(WireNode node) => node.Yuan is { } yuan && yuan > Money.Zero ? yuan : null;

    private static string? Title(WireNode row) =>
        row["goodsName"].Text is { } name && WireText.OneLine(name) is { Length: > 0 } title ? title : null;

    private static SellerKind Seller(decimal? sourceType) => sourceType switch
    {
        0 => SellerKind.Platform,
        1 => SellerKind.Shop,
        _ => SellerKind.Unknown,
    };

    private static Uri? Image(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var text = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address.TrimStart('/');
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
