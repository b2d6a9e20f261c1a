using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>Turns a row of goods into a deal.</summary>
internal sealed class SuningDeals(SuningOptions options, TimeProvider clock)
{
    private const decimal OnSale = 0;

    public static string? ItemId(WireNode row) => IdOf(row)?.Text;

    /// <summary>
    /// Null if id, title, price or commission can't be read: such a row can't be posted, or nothing is known to be earned by it.
    /// </summary>
    public Deal? Read(WireNode row, string? channel)
    {
        var (info, now) = (row["commodityInfo"], clock.GetUtcNow());
        if (IdOf(row) is not { } itemId
            || Title(info) is not { } title
            || (Positive(info["commodityPrice"]) ?? Positive(info["snPrice"])) is not { } price
            || RateOf(info["rate"]) is not { } rate)
        {
            return null;
        }

        var coupon = options.UseCoupons ? SuningCoupons.Usable(row["couponInfo"], price, now) : null;
        var categories = row["categoryInfo"];
        return new Deal
        {
            Key = new DealKey(SuningNetwork.NetworkName, itemId.Text),
            SkuId = itemId.Commodity,
            Title = title,
            Brand = info["brandName"].Text,
            ShopName = info["supplierName"].Text,
            Seller = itemId.Supplier == SuningItemId.OwnShop ? SellerKind.Platform : SellerKind.Shop,
            Category = categories["firstSaleCategoryName"].Text ?? "",
            Subcategory = categories["thirdSaleCategoryName"].Text ?? categories["secondSaleCategoryName"].Text,
            Price = price,
            FinalPrice = coupon is null ? price : Money.Min(price, Positive(row["couponInfo"]["afterCouponPrice"]) ?? (price - coupon.Discount)),
            Coupon = coupon,
            CommissionRate = rate,
            Sales30Days = info["monthSales"].Count,
            ImageUrl = Image(info["pictureUrl"]),
            MaterialUrl = info["productUrl"].Text ?? itemId.Page,
            InStock = info["saleStatus"].Number is { } status ? status == OnSale : null,
            Channel = channel,
            SeenAt = now,
        };
    }

    private static SuningItemId? IdOf(WireNode row) => SuningItemId.Of(row["commodityInfo"]["commodityCode"], row["commodityInfo"]["supplierCode"]);

    private Rate? RateOf(WireNode node) => options.RateUnit == SuningRateUnit.Percent ? node.Percent : SuningRates.Fraction(node);

    private static Money? Positive(WireNode node) => node.Yuan is { } yuan && yuan > Money.Zero ? yuan : null;

    private static string? Title(WireNode info) =>
        info["commodityName"].Text is { } name && WireText.OneLine(name) is { Length: > 0 } title ? title : null;

    private static Uri? Image(WireNode pictures)
    {
        if (pictures.Items.Select(picture => picture["picUrl"].Text).FirstOrDefault(url => url is not null) is not { } address)
        {
            return null;
        }

        var text = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address.TrimStart('/');
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
