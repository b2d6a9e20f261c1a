using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Turns a hit of a search into a deal.</summary>
internal sealed class TaobaoDeals(TaobaoOptions options, TaobaoAccount account)
{
    private const int Tmall = 1;
    private const decimal PartsOfPercent = 100m;

    /// <summary>New ids are text; a search for one thing may leave the id out.</summary>
    public static string? ItemId(WireNode row) => row["item_id"].Id;

    /// <summary>Null if id, title, price or commission can't be read: such a row can't be posted, or nothing is known to be earned by it.</summary>
    /// <param name="row">The hit.</param>
    /// <param name="channel">Through which category it was found.</param>
    /// <param name="now">The moment.</param>
    /// <param name="itemId">Stands in for an id that the row leaves out.</param>
    public Deal? Read(WireNode row, string? channel, DateTimeOffset now, string? itemId = null)
    {
        var basics = row["item_basic_info"];
        var prices = row["price_promotion_info"];
        if ((ItemId(row) ?? itemId) is not { } id
            || Title(basics) is not { } title
            || (Positive(prices["zk_final_price"]) ?? Positive(prices["final_promotion_price"])) is not { } price)
        {
            return null;
        }

        var path = prices["final_promotion_path_list"].Items.ToArray();
        var told = Money.Min(Positive(prices["final_promotion_price"]) ?? price, price);
        if (Commission(row["publish_info"], told) is not { } rate)
        {
            return null;
        }

        return new Deal
        {
            Key = new DealKey(TaobaoNetwork.NetworkName, id),
            Title = title,
            Brand = basics["brand_name"].Text,
            ShopName = basics["shop_title"].Text,
            Seller = SellerKind.Shop,
            Category = basics["level_one_category_name"].Text ?? basics["category_name"].Text ?? "",
            Subcategory = basics["category_name"].Text,
            Price = price,
            // A price that counts on what is over is not what a member would pay.
            FinalPrice = Money.Min(price, told + TaobaoPromotions.NotOn(path, now)),
            Coupon = TaobaoPromotions.Coupon(path, price, now),
            CommissionRate = rate,
            Sales30Days = basics["volume"].Count,
            ImageUrl = TaobaoAddress.Picture(basics["pict_url"].Text ?? basics["white_image"].Text),
            MaterialUrl = Page(id, basics["user_type"].Number),
            Channel = channel,
            SeenAt = now,
        };
    }

    /// <summary>The title in one line; null if it has none.</summary>
    public static string? Title(WireNode basics) =>
        basics["title"].Text is { } text && WireText.OneLine(text) is { Length: > 0 } title ? title : null;

    /// <summary>The amount is the truth; the unit of the rate is not documented. Either is the item's, of which the account gets its part.</summary>
    private Rate? Commission(WireNode publishing, Money final)
    {
        var income = publishing["income_info"];
        var percent = income["commission_amount"].Yuan is { } amount && amount >= Money.Zero
            ? amount.Fen * 100m / final.Fen
            : Percent(income["commission_rate"].Number ?? publishing["income_rate"].Number);
        return percent is >= 0 and <= 100 ? Rate.FromPercent(percent.Value * account.SharePercent / 100m) : null;
    }

    private decimal? Percent(decimal? number) => options.RateUnit == TaobaoRateUnit.Percent ? number : number / PartsOfPercent;

    private static string Page(string itemId, decimal? userType) =>
        userType == Tmall ? $"https://detail.tmall.com/item.htm?id={itemId}" : $"https://item.taobao.com/item.htm?id={itemId}";

    private static Money? Positive(WireNode node) => node.Yuan is { } yuan && yuan > Money.Zero ? yuan : null;
}
