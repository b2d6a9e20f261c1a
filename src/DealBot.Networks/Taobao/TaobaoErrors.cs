using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.ErrorRows;

namespace DealBot.Networks.Taobao;

/// <summary>
/// Every code that TOP is known to answer. The gateway's are numbers; what the business layer means stands in its sub code, and where that says
/// no more than "bad parameter", in its words.
/// </summary>
internal static class TaobaoErrors
{
    public const string NothingFound = "50001";
    public const string BadPid = "bad_pid";
    public const string BadRelation = "bad_relation";
    public const string NotFiled = "not_filed";
    public const string BadWindow = "bad_window";
    public const string NotInSearch = "not_in_search";
    public const string UnprovenLink = "unproven_link";
    public const string NoCommand = "no_command";
    public const string WindowTooFull = "window_too_full";

    private const string TooOftenCode = "7";
    private const string RemoteError = "15";
    private const string ServiceFault = "isp";
    private const string BadParameter = "isv.invalid-parameter";
    private static readonly string[] Business = ["11", "12", RemoteError, "40", "41", "43", "50"];

    /// <summary>What in the words of a refusal tells more than its sub code; the first that fits.</summary>
    private static readonly (string Code, string[] Words)[] Telling =
    [
        (BadRelation, ["relation", "渠道"]),
        (NotFiled, ["备案", "媒体"]),
        (BadPid, ["adzone", "pid", "推广位"]),
        (BadWindow, ["时间间隔", "时间跨度", "查询时间", "end_time"]),
    ];

    public static readonly WireErrors All = new(TaobaoNetwork.NetworkName, new Phrase("淘宝", "Taobao"), [.. Gateway(), .. Requests(), .. SubCodes(), .. Proof()]);

    /// <summary>Whether the refusal is about the request, so that another one may succeed.</summary>
    public static bool IsBusiness(string code) => Business.Contains(code);

    /// <summary>The row of the table that a refusal belongs to.</summary>
    public static string CodeOf(string code, string? subCode, string? words)
    {
        if (code == TooOftenCode || subCode is null)
        {
            return code == RemoteError && words is null ? ServiceFault : code;
        }

        if (subCode.StartsWith("isp.", StringComparison.Ordinal))
        {
            return ServiceFault;
        }

        var isKnown = All.Knows(subCode);
        return isKnown && subCode != BadParameter ? subCode : Said($"{subCode} {words}") ?? (isKnown ? subCode : code);
    }

    private static string? Said(string words) => Telling
        .FirstOrDefault(entry => entry.Words.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Code;

    private static IEnumerable<(string, WireError)> Gateway() =>
    [
        TooOften(
            TooOftenCode,
            "调用次数超限，已放慢；应用在测试状态时每天只有 5000 次，请在淘宝开放平台申请上线",
            "Called too often; slowing down. An application in test state has 5000 calls a day: apply on open.taobao.com for it to go live"),
        Hard("9", "网关不接受这种请求方式：请升级 DealBot", "The gateway does not take requests of this kind: upgrade DealBot"),
        Soon("10", "淘宝服务暂时不可用，请稍后再试", "Taobao's service is out of order for the moment; try later"),
        Permission("11"),
        Account(
            "12",
            "账号没有这个接口的权限：请用阿里妈妈账号登录联盟后台，确认账号状态和等级后申请",
            "The account has no permission for this interface: look at its state and level in Alimama's console and apply there"),
        Hard("21", "请求缺少方法名：请升级 DealBot", "The request lacks a method: upgrade DealBot"),
        Hard("22", "网关没有这个接口：请检查 Gateway 地址，或升级 DealBot", "The gateway has no such interface: check Gateway or upgrade DealBot", nameof(TaobaoOptions.Gateway)),
        Hard("23", "网关不接受 JSON 格式：请检查 Gateway 地址", "The gateway does not give JSON: check Gateway", nameof(TaobaoOptions.Gateway)),
        Hard("24", "请求缺少签名：请检查 AppSecret", "The request lacks a signature: check AppSecret", nameof(TaobaoAccount.AppSecret)),
        Hard(
            "25",
            "签名错误：请检查 AppSecret 是否与 AppKey 成对、有无多余空格",
            "The signature is wrong: check that AppSecret belongs to AppKey and has no stray blanks",
            nameof(TaobaoAccount.AppSecret)),
        Account("26", "这个接口要求用户授权（session），DealBot 不用这类接口：请升级 DealBot", "This interface wants a user's session, which DealBot does not use: upgrade DealBot"),
        Account("27", "授权（session）无效：请升级 DealBot", "The session is invalid: upgrade DealBot"),
        Hard("28", "缺少 AppKey：请填写", "AppKey is missing: fill it in", nameof(TaobaoAccount.AppKey)),
        Hard("29", "AppKey 无效：请从淘宝开放平台的应用页面重新复制", "AppKey is invalid: copy it from the application's page on open.taobao.com again", nameof(TaobaoAccount.AppKey)),
        Hard("30", "请求缺少时间戳：请升级 DealBot", "The request lacks a time stamp: upgrade DealBot"),
        Hard("31", "时间戳无效：请校准服务器时间，误差须在 10 分钟内", "The time stamp is invalid: set the server's clock, which may be 10 minutes off at most"),
        .. Same(["32", "33", "34"], Hard("", "淘宝不接受这个接口版本：请升级 DealBot", "Taobao does not take this version of the interface: upgrade DealBot")),
    ];

    private static IEnumerable<(string, WireError)> Requests() =>
    [
        Hard(RemoteError, "淘宝没有接受这次请求：请看原文", "Taobao did not accept this request: see its own words"),
        .. Same(["40", "41", "43", "50"], Hard("", "请求参数有误：请检查搜索词、类目和 Pid，仍不行请升级 DealBot", "Bad parameters: check search words, categories and Pid, else upgrade DealBot")),
        Account("42", "淘宝禁止了这次请求：请在淘宝开放平台查看应用是否被限制", "Taobao forbids the request: look on open.taobao.com whether the application is restricted"),
        Soon(ServiceFault, "淘宝后台服务出错，请稍后再试", "A service behind Taobao's gateway has an error; try later"),
    ];

    private static IEnumerable<(string, WireError)> SubCodes() =>
    [
        Hard(NothingFound, "没有找到商品", "No goods were found"),
        Hard("isv.appkey-not-exists", "AppKey 不存在：请从淘宝开放平台的应用页面重新复制", "There is no such AppKey: copy it from the application's page on open.taobao.com again", nameof(TaobaoAccount.AppKey)),
        Permission("isv.permission-api-package-limit"),
        Hard(BadParameter, "请求参数有误：请检查搜索词、类目和 Pid，仍不行请升级 DealBot", "Bad parameters: check search words, categories and Pid, else upgrade DealBot"),
        Account(
            BadPid,
            "推广位（PID）不正确：请到阿里妈妈后台核对，Pid 要完整复制 mm_1_2_3，并与 AppKey 属于同一账号",
            "The promotion position (PID) is wrong: compare it with Alimama's console; Pid is the whole mm_1_2_3 and belongs to the account of AppKey",
            nameof(TaobaoAccount.Pid)),
        Account(
            BadRelation,
            "渠道关系 ID 不可用：请在阿里妈妈申请渠道管理权限、完成渠道备案，并核对 RelationIds；没有权限就删去，改用 Positions",
            "The relation id can't be used: apply for channel management at Alimama, file the channel and check RelationIds; without the permission remove them and use Positions",
            nameof(TaobaoAccount.RelationIds)),
        Account(
            NotFiled,
            "推广媒体没有备案：请在阿里妈妈后台“推广管理 · 媒体备案”登记网站、APP 或社群，再用备案媒体下的 PID",
            "The place of promotion is not filed (媒体备案): file site, app or chat groups in Alimama's console and use a PID of the filed one",
            nameof(TaobaoAccount.Pid)),
        Hard(BadWindow, "查询时段过长：平时最多 3 小时，大促最多 20 分钟，请把 OrderWindowMinutes 改为 20", "The window is too long: three hours, or 20 minutes during big sales; set OrderWindowMinutes to 20", nameof(TaobaoOptions.OrderWindowMinutes)),
    ];

    private static IEnumerable<(string, WireError)> Proof() =>
    [
        Hard(WireFaults.BadPositionId, "推广位应当是数字（PID 的最后一段）或渠道关系 ID", "The position must be digits (the last part of a PID) or a relation id"),
        Hard(NotInSearch, "按标题搜不到这件商品，淘宝不给链接", "The item is not found by its title, so Taobao gives no link"),
        Hard(UnprovenLink, "转链结果里既没有推广位，也没有淘宝加密的跟单参数，看不出佣金归谁", "The converted link carries neither a position nor Taobao's encrypted tracking: nobody can tell who would earn"),
        Hard(NoCommand, "淘宝没有给出淘口令，这个群打不开淘宝链接", "Taobao gave no command text, and this chat can't open its links"),
        Hard(WindowTooFull, "该时段订单太多：请缩短查询时段", "Too many orders in the window: use a shorter one"),
        Account(
            WireFaults.UnionMismatch,
            "转链结果中的 PID 不是配置的账号：请检查 Pid 与 AppKey 是否属于同一账号",
            "The converted link carries the PID of another account: check that Pid and AppKey belong to one account",
            nameof(TaobaoAccount.Pid)),
    ];

    private static (string, WireError) Permission(string code) => Account(
        code,
        "应用没有这个接口的权限：请到淘宝开放平台（或阿里妈妈“合作伙伴 · API”）申请“淘宝客”权限包",
        "The application has no permission for this interface: apply for the Taobaoke package on open.taobao.com or in Alimama's console");
}
