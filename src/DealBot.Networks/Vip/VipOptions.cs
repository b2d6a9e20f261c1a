using System.ComponentModel;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>The Vipshop part of the configuration. <see cref="VipOptionsValidator"/> says what is allowed.</summary>
public sealed record VipOptions : IWireOptions
{
    /// <summary>Address of the gateway. HTTPS, except on the own machine.</summary>
    [Description("唯品会开放平台网关，一般不用填")]
    public string Gateway { get; init; } = "https://vop.vipapis.com";

    /// <summary>Accounts by the name that groups refer to.</summary>
    [Description("唯品会联盟账号：名字 → 密钥；owners.json 用名字引用，不能全是数字命名")]
    public IReadOnlyDictionary<string, VipAccount> Accounts { get; init; } = new Dictionary<string, VipAccount>();

    /// <summary>
    /// What to list deals from: <c>0</c> high commission, <c>1</c> best sellers, anything else a <c>jxCode</c> (精选组). The first is the default
    /// channel. Default: best sellers, high commission.
    /// </summary>
    [Description("同步哪些频道：0 高佣，1 爆款，其他是精选组编号（jxCode）")]
    public IReadOnlyList<string> Channels { get; init; } = ["1", "0"];

    /// <summary>Search words to list deals by. Default none.</summary>
    [Description("同步哪些搜索词")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>
    /// Hosts that a converted link may lead to; anything else is refused as foreign. Plain HTTP passes on loopback hosts only.
    /// Default: t.vip.com and click.union.vip.com.
    /// </summary>
    [Description("转链结果允许指向的域名，其他一律不发")]
    public IReadOnlyList<string> LinkHosts { get; init; } = ["t.vip.com", "click.union.vip.com"];

    /// <summary>Longest wait for one answer, in seconds of real time. Default 10, from 1 to 120.</summary>
    [Description("一次调用最多等多少秒，1 到 120")]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How often a call that failed for passing reasons is repeated. Default 3, from 0 to 10.</summary>
    [Description("暂时性失败重试几次，0 到 10")]
    public int MaxRetries { get; init; } = 3;

    /// <summary>Deals a page, lowered to the cap of the interface (100 by channel, 50 by keyword). Default 50, from 10 to 100.</summary>
    [Description("每页取多少件，10 到 100（搜索词最多 50）")]
    public int PageSize { get; init; } = 50;
}
