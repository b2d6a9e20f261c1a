using System.ComponentModel;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>The Suning part of the configuration. <see cref="SuningOptionsValidator"/> says what is allowed.</summary>
public sealed record SuningOptions : IWireOptions
{
    /// <summary>Address of the gateway without the method. HTTPS, except on the own machine.</summary>
    [Description("苏宁开放平台网关，一般不用填")]
    public string Gateway { get; init; } = "https://open.suning.com/api/http/sopRequest";

    /// <summary>Accounts by the name that groups refer to.</summary>
    [Description("苏宁推客账号：名字 → 密钥；owners.json 用名字引用，不能全是数字命名")]
    public IReadOnlyDictionary<string, SuningAccount> Accounts { get; init; } = new Dictionary<string, SuningAccount>();

    /// <summary>
    /// What to list deals from: <c>high</c> high commission, <c>high:R9000001</c> one category of it, <c>elite:1</c> a list of recommended goods
    /// (eliteId). The first is the default channel. Default: high.
    /// </summary>
    [Description("同步哪些频道：high 高佣，high:类目编号，elite:推荐榜编号（eliteId）")]
    public IReadOnlyList<string> Channels { get; init; } = [SuningChannel.High];

    /// <summary>Search words to list deals by. Default none.</summary>
    [Description("同步哪些搜索词")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>City whose prices and stock are asked for. Default 025 (Nanjing).</summary>
    [Description("按哪个城市的价格和库存，苏宁城市编号，默认 025（南京）")]
    public string CityCode { get; init; } = "025";

    /// <summary>How the commission rate of goods is written. Default <see cref="SuningRateUnit.Percent"/>; compare one item with the console.</summary>
    [Description("商品佣金比例的写法：percent 时 3 是 3%，fraction 时 0.03 是 3%；和推客后台对一件商品就知道")]
    public SuningRateUnit RateUnit { get; init; } = SuningRateUnit.Percent;

    /// <summary>
    /// Whether coupons make a deal's price. Then the link leads to the coupon's page, and a member collects it before buying. Default true.
    /// </summary>
    [Description("是否用优惠券：用时链接先到领券页；不用时按无券价推送，链接直达商品")]
    public bool UseCoupons { get; init; } = true;

    /// <summary>
    /// Hosts that a converted link may lead to; anything else is refused as foreign. Plain HTTP passes on loopback hosts only.
    /// Default: sucs.suning.com, sugs.suning.com and union.suning.com.
    /// </summary>
    [Description("转链结果允许指向的域名，其他一律不发")]
    public IReadOnlyList<string> LinkHosts { get; init; } = ["sucs.suning.com", "sugs.suning.com", "union.suning.com"];

    /// <summary>Longest wait for one answer, in seconds of real time. Default 10, from 1 to 120.</summary>
    [Description("一次调用最多等多少秒，1 到 120")]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How often a call that failed for passing reasons is repeated. Default 3, from 0 to 10.</summary>
    [Description("暂时性失败重试几次，0 到 10")]
    public int MaxRetries { get; init; } = 3;

    /// <summary>Deals a page. Default 40, from 10 to 50.</summary>
    [Description("每页取多少件，10 到 50")]
    public int PageSize { get; init; } = 40;
}
