using System.Web;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>The page on which a coupon is collected.</summary>
internal static class SuningCouponPage
{
    private const string Address = "https://quan.suning.com/collect.do?key=";

    public static string Of(MarketCoupon coupon) => Address + Uri.EscapeDataString(coupon.Link);

    /// <summary>The coupon and its item; null if there is no such page.</summary>
    public static (MarketItem Item, MarketCoupon Coupon)? Find(MarketPrices prices, string page) =>
        page.StartsWith(Address, StringComparison.Ordinal) && HttpUtility.ParseQueryString(new Uri(page).Query)["key"] is { } link ? prices.FindCoupon(link) : null;
}
