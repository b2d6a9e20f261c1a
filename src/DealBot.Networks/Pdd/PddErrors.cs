using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.ErrorRows;

namespace DealBot.Networks.Pdd;

/// <summary>Every code that Pinduoduo is documented to answer, and those of the client's own.</summary>
internal static class PddErrors
{
    /// <summary>A position that is not on file (备案). Reported by users, not documented.</summary>
    public const string NotFiled = "60001";

    public const string PidMismatch = "pid_mismatch";

    public static readonly WireErrors All = new(PddNetwork.NetworkName, new Phrase("拼多多", "Pinduoduo"), Table());

    private static IEnumerable<(string Code, WireError Error)> Table() => [.. Parameters(), .. Accounts(), .. Access(), .. Passing(), .. Links()];

    private static IEnumerable<(string, WireError)> Parameters() =>
    [
        Hard("10000", "参数错误：请检查 OptIds、搜索词和查询时段", "Bad parameters: check OptIds, search words and the window asked for"),
        Hard("10001", "公共参数错误：请校准服务器时间（误差须在 10 分钟内），或升级 DealBot", "Bad common parameters: set the server's clock, which may be 10 minutes off at most, or upgrade DealBot"),
        Hard(
            "10017",
            "网关不认识这个接口：请检查 Gateway 地址，或升级 DealBot",
            "The gateway does not know this interface: check Gateway or upgrade DealBot",
            nameof(PddOptions.Gateway)),
        Hard("20007", "缺少必填参数：请升级 DealBot", "A required parameter is missing: upgrade DealBot"),
        .. Same(["21001", "21002"], Hard("", "业务参数错误或为空：请检查 Pid、OptIds 和搜索词", "A parameter is wrong or empty: check Pid, OptIds and search words")),
        Hard("52004", "请求过大：请减少搜索词长度", "The request is too large: use shorter search words"),
        Hard(WireFaults.BadChannel, "频道应当是拼多多的商品标签 opt_id（数字）", "The channel must be a shelf of Pinduoduo, an opt_id (a number)"),
    ];

    private static IEnumerable<(string, WireError)> Accounts() =>
    [
        Account(
            "10016",
            "client_id 不正确或应用已下线：请到拼多多开放平台的应用列表核对 ClientId 和应用状态",
            "client_id is wrong or the application is off line: compare ClientId and the application's state on Pinduoduo's open platform",
            nameof(PddAccount.ClientId)),
        Account(
            "20004",
            "签名错误：请检查 ClientSecret 是否与 ClientId 成对、有无多余空格；重置过密钥的要换成新的",
            "The signature is wrong: check that ClientSecret belongs to ClientId and has no stray blanks; a secret that was reset must be replaced",
            nameof(PddAccount.ClientSecret)),
        .. Same(
            ["10018", "30000", "30001"],
            Account(
                "",
                "目标应用不正确：DealBot 只用自己的应用调用，请检查 ClientId 属于哪个应用",
                "The target application is wrong: DealBot calls for its own application only, check to which one ClientId belongs",
                nameof(PddAccount.ClientId))),
        .. Same(
            ["10019", "10035"],
            Account(
                "",
                "授权已过期：多多客接口本不需要授权，请在开放平台确认应用类型是“多多客”",
                "The authorisation has expired: the interfaces of 多多客 need none, make sure on the open platform that the application is of the type 多多客")),
        Account(
            "20032",
            "授权与应用不符：请检查 ClientId，并确认应用类型是“多多客”",
            "Authorisation and application don't match: check ClientId and that the application is of the type 多多客",
            nameof(PddAccount.ClientId)),
    ];

    private static IEnumerable<(string, WireError)> Access() =>
    [
        Account(
            "20005",
            "服务器 IP 不在白名单：请到拼多多开放平台的应用详情，把服务器的公网 IP 加入 IP 白名单",
            "The server's address is not on the white-list: add its public address to the application's IP white-list on Pinduoduo's open platform"),
        Account(
            "20031",
            "没有该接口的权限：请到拼多多开放平台的应用详情申请“多多进宝”权限包",
            "No permission for this interface: apply for the package 多多进宝 on the application's page of Pinduoduo's open platform"),
        Account("20034", "接口已下线：请升级 DealBot", "The interface is off line: upgrade DealBot"),
        Account(
            "20035",
            "接口不属于这个网关：请检查 Gateway 地址",
            "The interface does not belong to this gateway: check Gateway",
            nameof(PddOptions.Gateway)),
        Account("70032", "调用被禁止：请到拼多多开放平台查看应用是否被处罚，或联系其客服", "Calls are forbidden: see on Pinduoduo's open platform whether the application is punished, or ask its support"),
        Account(
            "70036",
            "应用还是测试状态，额度已用完：请到拼多多开放平台把应用上线",
            "The application is still in test and its calls are used up: put it on line on Pinduoduo's open platform"),
        .. Same(
            ["70034", "70035"],
            Account(
                "",
                "拼多多风控拦截：请停用一段时间，到多多进宝后台查看违规通知并申诉；不要换 IP 硬试",
                "Stopped by Pinduoduo's risk control: pause, read the notices on jinbao.pinduoduo.com and appeal; don't try other addresses")),
    ];

    private static IEnumerable<(string, WireError)> Passing() =>
    [
        // Whatever a service behind the gateway would not do, an item that is not sold any more included.
        ItemLater(
            "50001",
            "拼多多没有办成：请按原文处理，没有说明的稍后再试",
            "Pinduoduo could not do it: go by its own words, and try later where it gives none"),
        .. Same(["50000", "50002", "52001", "52002"], Later("", "拼多多系统错误，请稍后再试", "Pinduoduo has a system error; try later")),
        .. Same(["52102", "52103"], Later("", "拼多多接口已降级，请稍后再试", "Pinduoduo has throttled this interface; try later")),
        .. Same(["52101", "70031"], TooOften("", "接口调用超频，已放慢", "Called too often; slowing down")),
        Later("70033", "拼多多系统维护中，请稍后再试", "Pinduoduo is being maintained; try later"),
    ];

    private static IEnumerable<(string, WireError)> Links() =>
    [
        Account(
            NotFiled,
            "推广位未备案：请运行 dealbot check，用拼多多账号打开它给出的备案链接，完成后再转链；也可到多多进宝后台（jinbao.pinduoduo.com）办理",
            "The promotion position is not on file (备案): run dealbot check and open the link that it gives with the Pinduoduo account, or file it on jinbao.pinduoduo.com",
            nameof(PddAccount.Pid)),
        Hard(
            WireFaults.BadSubId,
            "custom_parameters 放不下这个编号：只能用字母、数字、下划线和横线，连 uid 一起最多 64 字节；缩短 Uid 或群 ID",
            "The tracking value does not fit into custom_parameters: letters, digits, _ and -, 64 bytes with the uid; shorten Uid or the group's id"),
        Hard(
            WireFaults.BadPositionId,
            "推广位应当是本账号的 PID，形如 12345678_223344556，下划线前面和 Pid 相同",
            "The position must be a PID of this account, such as 12345678_223344556, with the same part before the underscore as Pid"),
        Account(
            PidMismatch,
            "转链结果中的 pid 不是所要的推广位，佣金会归别人：请检查 Pid 与 ClientId 是否属于同一账号",
            "The converted link carries another pid than was asked for, who would earn the commission: check that Pid and ClientId belong to one account",
            nameof(PddAccount.Pid)),
        Hard(
            WireFaults.UnprovenLink,
            "转链结果里看不到 pid，无法确认佣金归谁：只有短链接的不发，请稍后再试或升级 DealBot",
            "The converted link shows no pid, so that nobody knows who earns by it: a short link alone is not posted; try later or upgrade DealBot"),
    ];
}
