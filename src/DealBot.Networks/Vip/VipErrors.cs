using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.ErrorRows;

namespace DealBot.Networks.Vip;

/// <summary>
/// Every code that Vipshop's gateway is documented to answer. What the services behind it say (<c>CALLEE_USER_…</c>) is not documented; it is
/// explained in their own words.
/// </summary>
internal static class VipErrors
{
    public static readonly WireErrors All = new(VipNetwork.NetworkName, new Phrase("唯品会", "Vipshop"), [.. Gateway(), .. OfAccount(), .. Proof()]);

    private static IEnumerable<(string, WireError)> Gateway() =>
    [
        Soon("vipapis.sys_other_error", "唯品会系统内部错误，请稍后再试", "Vipshop has a system error; try later"),
        Soon("vipapis.response-timeOut", "唯品会响应超时，请稍后再试", "Vipshop took too long; try later"),
        Soon("vipapis.base-api.error", "唯品会授权服务异常，请稍后再试", "Vipshop's authorisation service is out of order; try later"),
        Account("vipapis.path.Error", "请求路径异常：请检查 Gateway 地址", "The path is wrong: check Gateway", nameof(VipOptions.Gateway)),
        Hard("vipapis.miss-parameter", "请求缺少参数：请升级 DealBot", "The request lacks a parameter: upgrade DealBot"),
        Hard(
            "vipapis.parameter-notmatch",
            "参数不匹配：请检查频道、推广位 PID 和服务器时间，仍不行请升级 DealBot",
            "A parameter does not fit: check channels, PID and the server's clock; if that does not help, upgrade DealBot"),
        Hard("vipapis.ext-attr-invalidate-failure", "扩展属性验证失败：请升级 DealBot", "An extended attribute is wrong: upgrade DealBot"),
        Hard("vipapis.request-data-max", "请求数据过大：请把 PageSize 调小", "The request asks for too much: lower PageSize", nameof(VipOptions.PageSize)),
        TooOften(
            "vipapis.app-flow-overrun",
            "应用日流量超限，已放慢：请到 vop.vip.com 申请提高调用量，或减少频道和搜索词",
            "The application's daily quota is used up; slowing down: apply for a higher one at vop.vip.com, or sync fewer channels and keywords"),
    ];

    private static IEnumerable<(string, WireError)> OfAccount() =>
    [
        Account(
            "vipapis.appkey-not-exist",
            "AppKey 不存在：请从 vop.vip.com 的应用详情重新复制 AppKey",
            "There is no such AppKey: copy AppKey from the application's page at vop.vip.com again",
            nameof(VipAccount.AppKey)),
        Account(
            "vipapis.sign-not-match",
            "签名错误：请检查 AppSecret 是否与 AppKey 成对、有无多余空格",
            "The signature is wrong: check that AppSecret belongs to AppKey and has no stray blanks",
            nameof(VipAccount.AppSecret)),
        Account(
            "vipapis.oauth-invalidate-failure",
            "授权已失效：请在 vop.vip.com 重新授权，把新令牌填入 AccessToken",
            "The authorisation is no longer valid: authorise again at vop.vip.com and put the new token into AccessToken",
            nameof(VipAccount.AccessToken)),
        Account(
            "vipapis.api-invalidate-permission",
            "应用没有该接口的权限：请到 vop.vip.com 的应用“接口权限”里申请唯品会联盟（Union）的服务；用授权应用时还要填 AccessToken",
            "The application lacks the permission for this interface: apply for the Union services at vop.vip.com; an application that is authorised needs AccessToken too"),
        Account(
            "vipapis.white-ip-not-exist",
            "服务器 IP 不在白名单：请到 vop.vip.com 的应用设置里加入本机公网 IP 白名单",
            "The server's address is not on the white-list: add its public address to the application's white-list at vop.vip.com"),
        Account(
            "vipapis.ip-in-blackList",
            "服务器 IP 在黑名单里：请联系唯品会开放平台客服",
            "The server's address is on the black-list: ask the support of Vipshop's open platform"),
        Account(
            "vipapis.ip-in-whiteList",
            "唯品会说服务器 IP 与白名单设置冲突：请到 vop.vip.com 检查 IP 白名单",
            "Vipshop says that the server's address contradicts the white-list: look at it at vop.vip.com"),
        Account(
            "vipapis.appKey-in-blackList",
            "AppKey 已被拉黑：请联系唯品会开放平台客服",
            "AppKey is on the black-list: ask the support of Vipshop's open platform",
            nameof(VipAccount.AppKey)),
    ];

    private static IEnumerable<(string, WireError)> Proof() =>
    [
        Hard(
            WireFaults.BadSubId,
            "群编号（statParam）只能用字母、数字、下划线和横线，最多 256 个",
            "The group's value (statParam) may hold letters, digits, _ and -, 256 at most"),
        Hard(WireFaults.BadPositionId, "推广位 PID 只能用字母、数字、下划线和横线", "The position's PID may hold letters, digits, _ and - only", nameof(VipAccount.ChanTag)),
        Account(
            WireFaults.UnionMismatch,
            "转链结果中的 ucode 不是配置中的 UnionCode：请检查 UnionCode 与 AppKey 是否属于同一账号",
            "The converted link carries another ucode than UnionCode: check that UnionCode and AppKey belong to one account",
            nameof(VipAccount.UnionCode)),
        Account(
            WireFaults.UnprovenLink,
            "看不出转链结果是你的：请在唯品会联盟后台生成一条长链接，确认其中的 ucode 属于你，填入 UnionCode",
            "Nothing shows that the converted link is yours: make a long link in the Vipshop affiliate console, make sure that its ucode is yours, and put it into UnionCode",
            nameof(VipAccount.UnionCode)),
    ];
}
