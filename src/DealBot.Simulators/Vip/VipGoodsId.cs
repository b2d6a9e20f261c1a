using System.Globalization;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>Vipshop's number of an item: 19 digits that begin with 69.</summary>
internal static class VipGoodsId
{
    private const long First = 6_900_000_000_000_000_000;

    public static string Of(MarketItem item) => (First + item.SkuId).ToString(CultureInfo.InvariantCulture);

    public static MarketItem? Find(MarketCatalogue catalogue, string goodsId) =>
        long.TryParse(goodsId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? catalogue.FindSku(number - First) : null;
}
