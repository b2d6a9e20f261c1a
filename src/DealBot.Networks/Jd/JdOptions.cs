using System.ComponentModel;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>The JD Union part of the configuration. <see cref="JdOptionsValidator"/> says what is allowed.</summary>
public sealed record JdOptions : IWireOptions
{
    /// <summary>Address of the gateway. HTTPS, except on the own machine.</summary>
    [Description("京东开放平台网关，一般不用填")]
    public string Gateway { get; init; } = "https://api.jd.com/routerjson";

    /// <summary>Accounts by the name that groups refer to.</summary>
    [Description("京东联盟账号：名字 → 密钥；owners.json 用名字引用，不能全是数字命名")]
    public IReadOnlyDictionary<string, JdAccount> Accounts { get; init; } = new Dictionary<string, JdAccount>();

    /// <summary>
    /// Channels (eliteId) to list deals from; the first is the default channel. Default: coupons 1, 9.9 shipped free 10, best sellers
    /// 22, electronics 24, supermarket 25, mother and baby 26, household 27, beauty and clothes 28, books 30, today's picks 31, lowest
    /// price ever 153.
    /// </summary>
    [Description("同步哪些频道（eliteId）")]
    public IReadOnlyList<int> EliteIds { get; init; } = [1, 10, 22, 24, 25, 26, 27, 28, 30, 31, 153];

    /// <summary>Search words to list deals by. Default none: <c>goods.query</c> must be applied for at JD first.</summary>
    [Description("同步哪些搜索词；要先在京东申请 goods.query 接口")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>
    /// Hosts that a converted link may lead to; anything else is refused as foreign. Plain HTTP passes on loopback hosts only.
    /// Default: u.jd.com and union-click.jd.com.
    /// </summary>
    [Description("转链结果允许指向的域名，其他一律不发")]
    public IReadOnlyList<string> LinkHosts { get; init; } = ["u.jd.com", "union-click.jd.com"];

    /// <summary>Longest wait for one answer, in seconds of real time. Default 10, from 1 to 120.</summary>
    [Description("一次调用最多等多少秒，1 到 120")]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How often a call that failed for passing reasons is repeated. Default 3, from 0 to 10.</summary>
    [Description("暂时性失败重试几次，0 到 10")]
    public int MaxRetries { get; init; } = 3;

    /// <summary>Deals a page, lowered to the cap of the interface (50 by channel, 30 by keyword). Default 50, from 10 to 50.</summary>
    [Description("每页取多少件，10 到 50（搜索词最多 30）")]
    public int PageSize { get; init; } = 50;
}
