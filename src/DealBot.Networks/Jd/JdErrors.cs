using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.ErrorRows;

namespace DealBot.Networks.Jd;

/// <summary>
/// Every code that JD or the way to it is known to answer. Gateway codes have at most two digits, business codes three or seven.
/// </summary>
internal static class JdErrors
{
    public const string NothingFound = "201";
    public const string NoSuchPage = "202";

    public static readonly WireErrors All = new(JdNetwork.NetworkName, new Phrase("京东", "JD"), Table());

    private static IEnumerable<(string Code, WireError Error)> Table() =>
        [.. Gateway(), .. Goods(), .. Orders(), .. Links(), .. Proof()];

    private static IEnumerable<(string, WireError)> Gateway() =>
    [
        TooOften("2", "调用次数超限，已放慢", "Called too often; slowing down"),
        Hard("4", "请求缺少版本号：请升级 DealBot", "The request lacks a version: upgrade DealBot"),
        Hard("5", "京东不再支持这个版本号：请升级 DealBot", "JD no longer supports this version: upgrade DealBot"),
        Hard("7", "请求缺少时间戳：请升级 DealBot", "The request lacks a time stamp: upgrade DealBot"),
        Hard("8", "时间戳无效：请校准服务器时间，误差须在 6 分钟内", "The time stamp is invalid: set the server's clock, which may be 6 minutes off at most"),
        Hard("11", "请求缺少签名：请检查 AppSecret", "The request lacks a signature: check AppSecret", nameof(JdAccount.AppSecret)),
        Hard(
            "12",
            "签名错误：请检查 AppSecret 是否与 AppKey 成对、有无多余空格",
            "The signature is wrong: check that AppSecret belongs to AppKey and has no stray blanks",
            nameof(JdAccount.AppSecret)),
        Hard("14", "请求缺少方法名：请升级 DealBot", "The request lacks a method: upgrade DealBot"),
        Hard(
            "15",
            "网关没有这个接口：请检查 Gateway 地址，或升级 DealBot",
            "The gateway has no such interface: check Gateway or upgrade DealBot",
            nameof(JdOptions.Gateway)),
        Hard("21", "AppKey 无效：请从京东联盟后台重新复制", "AppKey is invalid: copy it from the JD Union console again", nameof(JdAccount.AppKey)),
    ];

    private static IEnumerable<(string, WireError)> Goods() =>
    [
        Hard(NothingFound, "没有找到商品", "No goods were found"),
        Hard(NoSuchPage, "超出可查询的页数", "There are no more pages"),
        Hard("400", "参数错误：请检查频道和搜索词", "Bad parameters: check channel and search words"),
        Hard("401", "参数错误：请检查频道和搜索词", "Bad parameters: check channel and search words"),
        Account("403", "没有访问该接口的权限：请到京东联盟后台申请该接口", "No permission for this interface: apply for it in the JD Union console"),
        Account("408", "联盟 ID 受限：请联系联盟客服", "The union id is restricted: ask JD Union support", nameof(JdAccount.UnionId)),
        TooOften("429", "接口调用超频，已放慢", "Called too often; slowing down"),
        Hard(WireFaults.BadChannel, "频道应当是京东的 eliteId（数字）", "The channel must be a JD eliteId (a number)"),
        Later("500", "京东系统错误，请稍后再试", "JD has a system error; try later"),
    ];

    private static IEnumerable<(string, WireError)> Orders() =>
    [
        Hard("2002400", "订单查询参数错误：请升级 DealBot", "Bad parameters of the order query: upgrade DealBot"),
        Account("2002401", "授权令牌无效：请更新或删去 AccessToken", "The token is invalid: renew or remove AccessToken", nameof(JdAccount.AccessToken)),
        Account("2002403", "没有订单查询权限：请到京东联盟后台申请该接口", "No permission to query orders: apply for it in the JD Union console"),
        Later("2002408", "订单查询已降级，请稍后再试", "JD has throttled order queries; try later"),
        Account(
            "2002410",
            "联盟用户不存在：请检查 AppKey 属于哪个联盟账号",
            "There is no such union user: check to which account AppKey belongs",
            nameof(JdAccount.AppKey)),
        Hard("2002452", "该时段订单超过 10000 行：请缩短查询时段", "More than 10 000 orders in the window: use a shorter one"),
        Hard("2002453", "查询时段过长：最多 1 小时", "The window is too long: one hour at most"),
        Hard("2002499", "订单查询参数过多：请升级 DealBot", "Too many parameters of the order query: upgrade DealBot"),
        Later("2002500", "京东订单系统错误，请稍后再试", "JD's order system has an error; try later"),
    ];

    private static IEnumerable<(string, WireError)> Links() =>
    [
        Account("1002024", "缺少网站 ID：请填写 SiteId", "The site id is missing: fill in SiteId", nameof(JdAccount.SiteId)),
        Hard("2001101", "商品链接格式不对", "The item's link has a wrong format"),
        Hard("2001102", "京东不认识这个商品链接", "JD does not recognise the item's link"),
        Hard("2001104", "商品不在推广中", "The item is not being promoted"),
        Hard("2001105", "首页不能在聊天工具中推广", "A home page must not be promoted in chat tools"),
        Hard("2001107", "落地页不允许推广", "The landing page must not be promoted"),
        Account(
            "2001201",
            "联盟 ID 不正确：请检查 UnionId 与 AppKey 是否属于同一账号",
            "The union id is wrong: check that UnionId and AppKey belong to one account",
            nameof(JdAccount.UnionId)),
        Hard("2001208", "subUnionId 格式不对：只能用字母、数字、下划线和横线，最多 80 个", "subUnionId has a wrong format: letters, digits, _ and -, 80 at most"),
        Hard("2001212", "转链参数错误：请升级 DealBot", "Bad parameters of the conversion: upgrade DealBot"),
        .. Same(
            ["2001213", "2001605", "2001606", "2001607", "2001608"],
            Account(
                "",
                "推广位（PID）不正确：请在联盟后台核对推广位，并检查 PositionId",
                "The promotion position (PID) is wrong: compare PositionId with the JD Union console",
                nameof(JdAccount.PositionId))),
        Account("2001214", "PID 与 subUnionId 不能同时使用：请升级 DealBot", "PID and subUnionId must not be used together: upgrade DealBot"),
        Account(
            "2001215",
            "PID 第一段不能是自己的联盟 ID：请检查 PositionId",
            "The first part of the PID must not be the own union id: check PositionId",
            nameof(JdAccount.PositionId)),
        .. Same(["2001216", "2001217"], Account("", "渠道 ID 不正确：请联系联盟客服", "The channel id is wrong: ask JD Union support")),
        Hard("2001230", "转链参数过长", "A parameter of the conversion is too long"),
        Account(
            "2001403",
            "没有转链接口权限：请到京东联盟后台申请，或改用 LinkApi=Common",
            "No permission for this conversion: apply for it in the JD Union console or use LinkApi=Common",
            nameof(JdAccount.LinkApi)),
        .. Same(
            ["2001501", "2001610"],
            Account(
                "",
                "网站或 APP 的 ID 不正确或未备案：请在联盟后台完成备案，并检查 SiteId",
                "The id of the website or app is wrong or not filed: file it in the JD Union console and check SiteId",
                nameof(JdAccount.SiteId))),
        .. Same(["2001504", "2001609"], Later("", "转链服务已降级，请稍后再试", "JD has throttled conversions; try later")),
        .. Same(
            ["2001602", "2001603"],
            Account(
                "",
                "母账号关系或协议有问题：请在联盟后台查看并签署协议",
                "Something is wrong with the parent account or the agreement: look at it in the JD Union console")),
        Hard("2001701", "没有二合一转链（带券）权限：请到京东联盟后台申请", "No permission to convert with a coupon: apply for it in the JD Union console"),
        Account("2001702", "没有原链接转链权限：请到京东联盟后台申请", "No permission to convert raw links: apply for it in the JD Union console"),
        Hard("2001703", "原链接无效", "The raw link is invalid"),
        .. Same(["2001904", "2001912"], ItemLater("", "优惠券服务出错，请稍后再试", "The coupon service has an error; try later")),
        Hard("2001905", "优惠券无效", "The coupon is invalid"),
        Hard("2001906", "优惠券已过期", "The coupon has expired"),
        Hard("2001909", "优惠券与商品不匹配", "The coupon does not go with the item"),
        Later("2001910", "京东转链系统错误，请稍后再试", "JD's conversion has a system error; try later"),
        Hard("2001911", "优惠券面额不低于商品最低价", "The coupon is worth the lowest price or more"),
        Hard("2001914", "优惠券库存不足", "Few of the coupons are left"),
        .. Same(["2001915", "2001916", "2001917"], Hard("", "这类优惠券不能用于推广", "Coupons of this kind can't be used")),
        .. Same(Enumerable.Range(2001919, 14).Select(code => $"{code}"), Hard("", "礼金不可用", "The gift coupon can't be used")),
        .. Same(["2001301", "2001303"], Hard("", "微信短链参数错误：请升级 DealBot", "Bad parameters of the WeChat short link: upgrade DealBot")),
    ];

    private static IEnumerable<(string, WireError)> Proof() =>
    [
        Hard(WireFaults.BadPositionId, "推广位 ID 应当只含数字", "The position id must be digits only"),
        Account(
            WireFaults.UnionMismatch,
            "转链结果中的联盟 ID 不是配置中的 UnionId：请检查 UnionId 与 AppKey 是否属于同一账号",
            "The converted link carries another union id than UnionId: check that UnionId and AppKey belong to one account",
            nameof(JdAccount.UnionId)),
    ];
}
