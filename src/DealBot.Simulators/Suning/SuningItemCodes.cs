using System.Globalization;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>Suning's two numbers of an item: the commodity's and the shop's.</summary>
internal static class SuningItemCodes
{
    private const string OwnShop = "0000000000";
    private const int ShopDigits = 10;
    private const int CommodityDigits = 18;

    public static string Commodity(MarketItem item) => item.SkuId.ToString(CultureInfo.InvariantCulture);

    /// <summary>As orders have it: with zeros before it.</summary>
    public static string PaddedCommodity(MarketItem item) => Commodity(item).PadLeft(CommodityDigits, '0');

    public static string Shop(MarketItem item) =>
        item.IsSelfOperated ? OwnShop : item.ShopId.ToString(CultureInfo.InvariantCulture).PadLeft(ShopDigits, '0');

    /// <summary>The item's plain page.</summary>
    public static string Page(MarketItem item) => $"https://product.suning.com/{Shop(item)}/{Commodity(item)}.html";

    public static MarketItem? Find(MarketCatalogue catalogue, string commodity, string shop) =>
        long.TryParse(commodity, NumberStyles.None, CultureInfo.InvariantCulture, out var sku) && catalogue.FindSku(sku) is { } item && Shop(item) == shop ? item : null;

    /// <summary>The item whose plain page this is; null if it is none.</summary>
    public static MarketItem? FindPage(MarketCatalogue catalogue, Uri page) =>
        page.Host == "product.suning.com" && page.Segments is [_, var shop, var file] && file.EndsWith(".html", StringComparison.Ordinal)
            ? Find(catalogue, file[..^".html".Length], shop.TrimEnd('/'))
            : null;
}
