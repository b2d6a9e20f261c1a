using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.ErrorRows;

namespace DealBot.Networks.Suning;

/// <summary>
/// Every code that Suning's gateway is known to answer. Its list of codes is not public; what is not here is explained in Suning's own words.
/// </summary>
internal static class SuningErrors
{
    public const string NothingFound = "biz.handler.data-get:no-result";

    public static readonly WireErrors All = new(SuningNetwork.NetworkName, new Phrase("苏宁", "Suning"), [.. Gateway(), .. Permissions(), .. Proof()]);

    private static IEnumerable<(string, WireError)> Gateway() =>
    [
        Hard(NothingFound, "没有找到结果", "Nothing was found"),
        .. Same(
            ["sys.check.sign:invalid", "sys.check.app-sign:error", "sys.check.app-sign:null"],
            Account(
                "",
                "签名错误：请检查 AppSecret 是否与 AppKey 成对、有无多余空格",
                "The signature is wrong: check that AppSecret belongs to AppKey and has no stray blanks",
                nameof(SuningAccount.AppSecret))),

        // Not documented: what the codes for these look like is a guess, by the pattern of the others.
        Account(
            "sys.check.app-key:inexistence",
            "AppKey 不存在：请从 open.suning.com 的应用详情重新复制 AppKey",
            "There is no such AppKey: copy AppKey from the application's page at open.suning.com again",
            nameof(SuningAccount.AppKey)),
        Hard(
            "sys.check.request-time:overdue",
            "时间戳无效：请校准服务器时间，误差须在 10 分钟内",
            "The time stamp is invalid: set the server's clock, which may be 10 minutes off at most"),
        TooOften("sys.check.flow:overrun", "接口调用超频，已放慢", "Called too often; slowing down"),
    ];

    private static IEnumerable<(string, WireError)> Permissions() =>
    [
        .. Same(
            ["sys.check.api-permission:authority", "sys.check.method-permission:authority"],
            Account(
                "",
                "应用没有该接口的权限：请到 open.suning.com 的应用“API 权限”里申请网盟（推客）业务的接口",
                "The application lacks the permission for this interface: apply for the affiliate (netalliance) interfaces at open.suning.com")),
        Account(
            "sys.check.oauth-permission:authority",
            "应用没有得到推客账号的授权：请用推客账号登录 open.suning.com，确认 AppKey 属于这个账号",
            "The application was not authorised by the promoter: log in to open.suning.com as the promoter and make sure that AppKey belongs to that account",
            nameof(SuningAccount.AppKey)),
        .. Same(
            ["sys.oauth.check.access_token:overdue", "sys.oauth.check.access_token:inexistence"],
            Account(
                "",
                "苏宁要求的授权已过期或不存在：请到 open.suning.com 重新授权应用，或换用自用型应用的 AppKey",
                "The authorisation that Suning asks for has lapsed or does not exist: authorise the application again at open.suning.com, or use the AppKey of an application for own use",
                nameof(SuningAccount.AppKey))),
    ];

    private static IEnumerable<(string, WireError)> Proof() =>
    [
        Hard(WireFaults.BadChannel, "频道应当是 high、high:类目编号 或 elite:推荐榜编号", "The channel must be high, high:CATEGORY or elite:LIST", nameof(SuningOptions.Channels)),
        Hard(
            WireFaults.BadSubId,
            "群编号（subUser）只能用字母、数字、下划线和横线，且不超过 SubUserLength",
            "The group's value (subUser) may hold letters, digits, _ and -, SubUserLength at most",
            nameof(SuningAccount.SubUserLength)),
        Hard(WireFaults.BadPositionId, "推广位编号（adBookId）应当只含数字", "The position (adBookId) must be digits only", nameof(SuningAccount.AdBookId)),
        Account(
            WireFaults.UnionMismatch,
            "转链结果中的 userId 不是配置中的 UserId：请检查 UserId 与 AppKey 是否属于同一推客账号",
            "The converted link carries another userId than UserId: check that UserId and AppKey belong to one promoter",
            nameof(SuningAccount.UserId)),
        Account(
            WireFaults.UnprovenLink,
            "转链结果里看不到 userId，不能确认佣金归你：请在苏宁推客后台确认推广位可用，并向苏宁客服申请返回长链接",
            "The converted link shows no userId, so that nothing proves whose commission it is: make sure in the Suning affiliate console that the position is in use, and ask Suning for long links"),
    ];
}
