using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>The methods that convert links.</summary>
internal sealed class SuningLinkMethods(
    SuningSimulatorOptions options, MarketCatalogue catalogue, MarketPrices prices, MarketLinks links, NetworkFaults faults)
{
    private const int LongestSubUser = 64;
    private const string LongForm = "1";
    private static readonly SuningSimAccount SomebodyElse = new("someone_else", "", "99999999", ["999999"]);

    public SuningAnswer ConvertItem(SuningCall call)
    {
        var (shop, commodity) = (call.Required("mertCode"), call.Input.Text("commCode") ?? "");
        if (SuningItemCodes.Find(catalogue, commodity, shop) is not { } item)
            throw SuningRefusal.NothingFound();

        var page = SuningItemCodes.Page(item);
        var (link, account) = Issue(call, item, coupon: null);
        var isLong = call.Input.Text("urlType") == LongForm && !options.ShortItemLinks;
        var url = isLong ? SuningLongLink.Write(call.Base, link, account.UserId, page) : Short(call, link);
        return new SuningAnswer(new JsonObject
        {
            // As captured: the whole address escaped.
            ["wapExtendUrl"] = Uri.EscapeDataString(url),
            ["pcExtendUrl"] = url,
            ["adBookId"] = link.Tracking.PositionId,
            ["appId"] = "",
            ["commCode"] = commodity,
            ["mertCode"] = shop,
            ["spPageUrl"] = $"pages/fourth/fourth?productId={commodity}&shop={shop}",
            ["isSupportBySp"] = "1",
            ["spType"] = "1",
        });
    }

    public SuningAnswer ConvertPage(SuningCall call)
    {
        var target = call.Required("visitUrl");
        var coupon = SuningCouponPage.Find(prices, target);
        var item = coupon?.Item ?? (Uri.TryCreate(target, UriKind.Absolute, out var page) ? SuningItemCodes.FindPage(catalogue, page) : null);
        if (item is null)
            throw SuningRefusal.Malformed(call.Method, "visitUrl");

        var (link, account) = Issue(call, item, coupon?.Coupon);
        return new SuningAnswer(new JsonObject
        {
            ["extendUrl"] = SuningLongLink.Write(call.Base, link, account.UserId, target),
            ["shortUrl"] = Short(call, link),
        });
    }

    private static string Short(SuningCall call, MarketLink link) => new Uri(call.Base, $"u/{link.Code}").AbsoluteUri;

    private (MarketLink Link, SuningSimAccount Account) Issue(SuningCall call, MarketItem item, MarketCoupon? coupon)
    {
        var (adBookId, subUser) = (call.Required("adBookId"), call.Input.Text("subUser") ?? "");
        if (!call.Account.AdBookIds.Contains(adBookId))
            throw SuningRefusal.Malformed(call.Method, "adBookId");

        if (subUser.Length > LongestSubUser || subUser.AsSpan().ContainsAny('=', '&'))
            throw SuningRefusal.Malformed(call.Method, "subUser");

        var account = faults.Take(NetworkFault.ForeignLink, call.Method) ? SomebodyElse : call.Account;
        return (links.Issue(account.AppKey, item, coupon, new LinkTracking(subUser, adBookId), call.Now), account);
    }
}
