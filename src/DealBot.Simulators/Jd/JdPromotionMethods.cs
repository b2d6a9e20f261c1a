using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary><c>jd.union.open.promotion.common.get</c> and <c>jd.union.open.promotion.bysubunionid.get</c>.</summary>
internal sealed partial class JdPromotionMethods(JdMaterials materials, MarketPrices market, MarketLinks links, NetworkFaults faults)
{
    private const int MaxExt1 = 40;

    public static readonly JdSimAccount SomebodyElse = new("someone_else", "", 1_999_999_999, "0", MaySetSubUnionId: true);

    public JsonObject Common(JdCall call)
    {
        if (CallParameters.Open(call.Json, "promotionCodeReq") is not { } input)
            return BadParameters();

        var siteId = input.Text("siteId");
        if (siteId is null)
            return JdInner.Refused(1002024, "siteId不能为空");

        if (siteId != call.Account.SiteId)
            return JdInner.Refused(2001501, "WEBID错误:siteId与备案不符");

        return Convert(call, input, siteId, link => new JsonObject
        {
            ["clickURL"] = LongUrl(call.Base, link),
            ["jCommand"] = "",
        });
    }

    public JsonObject BySubUnionId(JdCall call)
    {
        if (!call.Account.MaySetSubUnionId)
            return JdInner.Refused(2001403, "无接口权限");

        if (CallParameters.Open(call.Json, "promotionCodeReq") is not { } input)
            return BadParameters();

        var chainType = input.Number("chainType") ?? 2;
        if (chainType is < 1 or > 3)
            return JdInner.Refused(2001212, "参数错误:chainType");

        return Convert(call, input, "0", link => Urls(call.Base, link, chainType));
    }

    private static JsonObject BadParameters() => JdInner.Refused(2001212, "参数错误");

    private JsonObject Convert(JdCall call, CallParameters input, string siteId, Func<MarketLink, JsonObject> write)
    {
        var material = input.Text("materialId");
        var couponUrl = input.Text("couponUrl");
        var tracking = ReadTracking(input, siteId);
        if (input.Malformed is not null || material is null)
            return BadParameters();

        if ((RefuseTracking(tracking, call.Account) ?? RefuseExt1(tracking)) is { } refusal)
            return refusal;

        var found = materials.Find(material);
        if (found.Item is not { } item)
            return JdInner.Refused(found.Code, found.Message);

        if (couponUrl is not null && RefuseCoupon(item, couponUrl, call.Now) is { } couponRefusal)
            return couponRefusal;

        var coupon = couponUrl is null ? null : market.FindCoupon(couponUrl)?.Coupon;
        var link = faults.Take(NetworkFault.ForeignLink, call.Method)
            ? links.Issue(SomebodyElse.AppKey, item, coupon, new JdLinkTracking("someone_else", 0, tracking.Pid, tracking.Ext1, tracking.SiteId), call.Now)
            : links.Issue(call.Account.AppKey, item, coupon, tracking, call.Now);
        return JdInner.Ok(write(link));
    }

    private static JdLinkTracking ReadTracking(CallParameters input, string siteId) => new(
        input.Text("subUnionId") ?? "",
        input.Number("positionId") ?? 0,
        input.Text("pid") ?? "",
        input.Text("ext1") ?? "",
        long.TryParse(siteId, CultureInfo.InvariantCulture, out var site) ? site : 0);

    private static JsonObject? RefuseTracking(JdLinkTracking tracking, JdSimAccount account)
    {
        if (tracking.SubUnionId.Length > 0 && !account.MaySetSubUnionId)
            return JdInner.Refused(2001403, "无subUnionId权限，请申请");

        if (tracking.SubUnionId.Length > 0 && !SubUnionIdFormat().IsMatch(tracking.SubUnionId))
            return JdInner.Refused(2001208, "subUnionId格式错误");

        if (tracking.Pid.Length == 0)
            return null;

        if (tracking.SubUnionId.Length > 0)
            return JdInner.Refused(2001214, "pid和subUnionId不能同时传入");

        if (PidFormat().Match(tracking.Pid) is not { Success: true } pid)
            return JdInner.Refused(2001213, "pid格式错误");

        return pid.Groups[1].Value == account.UnionId.ToString(CultureInfo.InvariantCulture)
            ? JdInner.Refused(2001215, "pid的第一段不能是自己的unionId")
            : null;
    }

    private static JsonObject? RefuseExt1(JdLinkTracking tracking) =>
        tracking.Ext1.Length > MaxExt1 ? JdInner.Refused(2001230, "ext1超长") : null;

    private JsonObject? RefuseCoupon(MarketItem item, string couponUrl, DateTimeOffset now)
    {
        if (market.FindCoupon(couponUrl) is not { } found)
            return JdInner.Refused(2001905, "优惠券无效");

        if (found.Item != item)
            return JdInner.Refused(2001909, "优惠券与商品不匹配");

        return found.Coupon.EndsAt < now ? JdInner.Refused(2001906, "优惠券已过期") : null;
    }

    private static JsonObject Urls(Uri address, MarketLink link, long chainType)
    {
        var data = new JsonObject();
        if (chainType is 1 or 3)
            data["clickURL"] = LongUrl(address, link);
        if (chainType is 2 or 3)
            data["shortURL"] = new Uri(address, $"u/{link.Code}").AbsoluteUri;
        return data;
    }

    private static string LongUrl(Uri address, MarketLink link) =>
        new Uri(address, $"jdc?e={link.Tracking.SubId}&p={link.Opaque}").AbsoluteUri;

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex SubUnionIdFormat();

    [GeneratedRegex(@"^([0-9]+)_([0-9]+)_([0-9]+)\z")]
    private static partial Regex PidFormat();
}
