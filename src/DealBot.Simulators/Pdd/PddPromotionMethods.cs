using System.Text;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary><c>pdd.ddk.goods.promotion.url.generate</c>.</summary>
internal sealed class PddPromotionMethods(MarketCatalogue catalogue, MarketPrices market, MarketLinks links, PddFiling filing, NetworkFaults faults)
{
    private const int MaxCustomBytes = 64;
    private const string SomebodyElse = "99999999_1";

    public PddAnswer Convert(PddCall call)
    {
        var input = call.Input;
        var (position, custom) = (input.Text("p_id"), input.Text("custom_parameters") ?? "");
        var (signs, wantsShort) = (input.List("goods_sign_list"), input.Flag("generate_short_url") ?? false);
        var wantsAuthority = input.Flag("generate_authority_url") ?? false;
        if (input.Malformed is { } malformed)
            return PddAnswer.BadParameters(malformed);

        if (position is null || signs.Count != 1)
            return PddAnswer.BadParameters(position is null ? "p_id" : "goods_sign_list");

        if (Encoding.UTF8.GetByteCount(custom) > MaxCustomBytes)
            return PddAnswer.BadParameters("custom_parameters超过64字节");

        if (!call.Account.Positions.Contains(position))
            return PddAnswer.Refused(50001, "业务服务错误", "推广位不存在");

        if (!wantsAuthority && !filing.IsFiled(call.Account, position))
            return PddAnswer.Refused(60001, "推广位未备案");

        return catalogue.FindItemId(signs[0]) is { } item
            ? Answer(call, Issue(call, item, new PddLinkTracking(custom, position)), wantsShort)
            : PddAnswer.Refused(50001, "业务服务错误", "商品不存在或未参与推广");
    }

    private MarketLink Issue(PddCall call, MarketItem item, PddLinkTracking tracking)
    {
        // Coupons need no parameter here: whoever comes through the link gets the one that is listed.
        var coupon = market.OfferAt(item, call.Now).Coupon;
        return faults.Take(NetworkFault.ForeignLink, call.Method)
            ? links.Issue("someone_else", item, coupon, new PddLinkTracking("""{"uid":"someone_else"}""", SomebodyElse), call.Now)
            : links.Issue(call.Account.ClientId, item, coupon, tracking, call.Now);
    }

    private static PddAnswer Answer(PddCall call, MarketLink link, bool wantsShort)
    {
        var urls = new JsonObject { ["url"] = PddLongLink.Write(call.Base, link), ["mobile_url"] = PddLongLink.WriteForApp(call.Base, link) };
        if (wantsShort)
        {
            urls["short_url"] = new Uri(call.Base, $"u/{link.Code}").AbsoluteUri;
            urls["mobile_short_url"] = new Uri(call.Base, $"u/{link.Code}").AbsoluteUri;
        }

        return new PddAnswer("goods_promotion_url_generate_response", new JsonObject { ["goods_promotion_url_list"] = new JsonArray(urls) });
    }
}
