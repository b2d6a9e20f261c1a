using System.ComponentModel;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>The Pinduoduo part of the configuration. <see cref="PddOptionsValidator"/> says what is allowed.</summary>
public sealed record PddOptions : IWireOptions
{
    /// <summary>Address of the gateway. HTTPS, except on the own machine.</summary>
    [Description("拼多多开放平台网关，一般不用填")]
    public string Gateway { get; init; } = "https://gw-api.pinduoduo.com/api/router";

    /// <summary>Accounts by the name that groups refer to.</summary>
    [Description("多多客账号：名字 → 密钥；owners.json 用名字引用，不能全是数字命名")]
    public IReadOnlyDictionary<string, PddAccount> Accounts { get; init; } = new Dictionary<string, PddAccount>();

    /// <summary>
    /// Shelves (opt_id) to list deals from; the first is the default channel. Default: food 1, mother and baby 4, fruit 13, women's clothes 14,
    /// household 15, beauty 16, appliances 18, men's clothes 743, home textiles 818, shoes and bags 1281, sports 1451.
    /// </summary>
    [Description("同步哪些商品标签（opt_id）")]
    public IReadOnlyList<int> OptIds { get; init; } = [1, 4, 13, 14, 15, 16, 18, 743, 818, 1281, 1451];

    /// <summary>Search words to list deals by. Default none.</summary>
    [Description("同步哪些搜索词")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether only goods with a coupon are listed. Default false.</summary>
    [Description("是否只同步有优惠券的商品")]
    public bool WithCouponOnly { get; init; }

    /// <summary>
    /// Hosts that a converted link may lead to; anything else is refused as foreign. Plain HTTP passes on loopback hosts only.
    /// Default: the hosts that Pinduoduo's short and long links are known to have.
    /// </summary>
    [Description("转链结果允许指向的域名，其他一律不发")]
    public IReadOnlyList<string> LinkHosts { get; init; } = ["p.pinduoduo.com", "mobile.yangkeduo.com", "mobile.pinduoduo.com"];

    /// <summary>Longest wait for one answer, in seconds of real time. Default 10, from 1 to 120.</summary>
    [Description("一次调用最多等多少秒，1 到 120")]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How often a call that failed for passing reasons is repeated. Default 3, from 0 to 10.</summary>
    [Description("暂时性失败重试几次，0 到 10")]
    public int MaxRetries { get; init; } = 3;

    /// <summary>Deals a page. Default 100, from 10 to 100.</summary>
    [Description("每页取多少件，10 到 100")]
    public int PageSize { get; init; } = 100;
}
