using System.Text.Encodings.Web;

namespace DealBot.Simulators.Market;

/// <summary>The page on which a member lands.</summary>
internal static class LandingPage
{
    public const string Gone = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>链接已失效</title><p>链接已失效</p></html>";

    public static string Write(MarketLink link, MarketOffer offer, DateTimeOffset now)
    {
        var coupon = link.Coupon is { } given && given.EndsAt >= now ? given : null;
        var pay = coupon?.Reduce(offer.Price) ?? offer.Price;
        var title = HtmlEncoder.Default.Encode(link.Item.Title);
        var shop = HtmlEncoder.Default.Encode(link.Item.ShopName);
        return $$"""
            <!doctype html>
            <html lang="zh-CN">
            <meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{{title}}</title>
            <style>body{font-family:sans-serif;max-width:420px;margin:auto;padding:12px}img{width:100%}b{color:#e1251b;font-size:1.6em}</style>
            <img src="/img/{{link.Item.SkuId}}.jpg" alt="">
            <p>{{title}}</p>
            <p>{{(coupon is null ? "到手价" : "券后价")}} <b>¥{{pay.ToPriceText()}}</b> 商城价 <del>¥{{offer.Price.ToPriceText()}}</del></p>
            <p>{{CouponLine(coupon)}}</p>
            <p>{{shop}} · {{(offer.InStock ? "有货" : "已售罄")}}</p>
            </html>
            """;
    }

    private static string CouponLine(MarketCoupon? coupon) => coupon is null
        ? "暂无可用优惠券"
        : $"领券立减 ¥{coupon.Discount.ToPriceText()}，满 ¥{coupon.Quota.ToPriceText()} 可用，{Beijing.Write(coupon.EndsAt)} 止";
}
