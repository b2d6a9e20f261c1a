using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary><c>taobao.tbk.dg.material.optional.upgrade</c>: goods with the links of the position that asks.</summary>
internal sealed class TaobaoSearchMethod(int seed, TaobaoGoods goods, MarketPrices prices, MarketLinks links, NetworkFaults faults)
{
    private const string SomebodyElse = "mm_77777777_7777_777777";

    public JsonObject Query(TaobaoCall call)
    {
        var tracking = Tracking(call);
        var (page, size) = (call.Number("page_no", 1, 1, 100), call.Number("page_size", 20, 1, 100));
        var (words, category) = (call.Text("q"), Category(call));
        if (words is null && category is null)
            throw TaobaoRefusedException.BadParameter("q 与 cat 不能同时为空");

        var found = goods.Find(words, category, seed, Beijing.Day(call.Now))
            .Select(item => (Item: item, Offer: prices.OfferAt(item, call.Now)))
            .Where(hit => hit.Offer.InStock && (call.Text("has_coupon") != "true" || hit.Offer.Coupon is not null))
            .ToList();
        if (found.Count == 0)
            throw TaobaoRefusedException.NothingFound();

        var carried = faults.Take(NetworkFault.ForeignLink, call.Method) ? tracking with { Pid = SomebodyElse } : tracking;
        var (rows, _) = MarketPage.Cut(found, page, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        var written = rows.Select(hit => TaobaoGoodsRow.Write(hit.Item, hit.Offer, call.Base, Publishing(hit.Item, hit.Offer, call, carried))).ToArray();
        if (found.Count == 1)
            TaobaoGoodsRow.Hide(written[0]);

        return new JsonObject
        {
            ["result_list"] = new JsonObject { ["map_data"] = new JsonArray([.. written]) },
            ["total_results"] = found.Count,
        };
    }

    private static TaobaoLinkTracking Tracking(TaobaoCall call)
    {
        var adzone = call.Required("adzone_id");
        var pid = call.Account.Pids.FirstOrDefault(pid => TaobaoLinkTracking.AdzoneOf(pid) == adzone)
            ?? throw TaobaoRefusedException.BadParameter("adzone_id 不属于该账号，请检查 PID");
        var relation = call.Text("relation_id") ?? "";
        return relation.Length == 0 || call.Account.RelationIds.Contains(relation)
            ? new TaobaoLinkTracking(pid, relation)
            : throw TaobaoRefusedException.BadParameter("relation_id 无效，渠道未备案");
    }

    private static long? Category(TaobaoCall call) => call.Text("cat") is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var category) ? category
        : throw TaobaoRefusedException.BadParameter("cat 格式错误");

    private JsonObject Publishing(MarketItem item, MarketOffer offer, TaobaoCall call, TaobaoLinkTracking tracking)
    {
        var publishing = new JsonObject
        {
            ["click_url"] = Url(call.Base, "t", links.Issue(call.Account.AppKey, item, null, tracking, call.Now), tracking),
            ["commission_type"] = "MKT",
            ["income_rate"] = Hundredths(item.CommissionRate),
            ["income_info"] = new JsonObject
            {
                ["commission_rate"] = Hundredths(item.CommissionRate),
                ["commission_amount"] = item.CommissionRate.Of(offer.FinalPrice).ToString(),
                ["subsidy_rate"] = "0",
                ["subsidy_amount"] = "0",
                ["subsidy_type"] = "0",
            },
        };
        if (offer.Coupon is { } coupon)
            publishing["coupon_share_url"] = Url(call.Base, "coupon/edetail", links.Issue(call.Account.AppKey, item, coupon, tracking, call.Now), tracking);
        return publishing;
    }

    private static string Url(Uri address, string path, MarketLink link, TaobaoLinkTracking tracking) =>
        new Uri(address, $"{path}?e={link.Opaque}&pid={tracking.Pid}{(tracking.RelationId.Length > 0 ? $"&relationId={tracking.RelationId}" : "")}").AbsoluteUri;

    private static string Hundredths(Rate rate) => rate.BasisPoints.ToString(CultureInfo.InvariantCulture);
}
