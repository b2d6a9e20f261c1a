using System.ComponentModel;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>The Taobao part of the configuration. <see cref="TaobaoOptionsValidator"/> says what is allowed.</summary>
public sealed record TaobaoOptions : IWireOptions
{
    /// <summary>Address of the gateway. HTTPS, except on the own machine.</summary>
    [Description("淘宝开放平台网关，一般不用填")]
    public string Gateway { get; init; } = "https://eco.taobao.com/router/rest";

    /// <summary>Accounts by the name that groups refer to.</summary>
    [Description("淘宝联盟账号：名字 → 密钥；owners.json 用名字引用，不能全是数字命名")]
    public IReadOnlyDictionary<string, TaobaoAccount> Accounts { get; init; } = new Dictionary<string, TaobaoAccount>();

    /// <summary>How requests are signed. Default <see cref="TaobaoSignMethod.Md5"/>.</summary>
    [Description("签名方式：Md5、Hmac、HmacSha256，都可用")]
    public TaobaoSignMethod SignMethod { get; init; } = TaobaoSignMethod.Md5;

    /// <summary>Categories (cat) to list deals from; the first is the default channel. Default none.</summary>
    [Description("同步哪些后台类目（cat，数字）")]
    public IReadOnlyList<long> Categories { get; init; } = [];

    /// <summary>Search words to list deals by; the first stands in for a default channel while there is no category.</summary>
    [Description("同步哪些搜索词；与 Categories 至少写一样")]
    public IReadOnlyList<string> Keywords { get; init; } =
        ["抽纸", "洗衣液", "零食", "牛奶", "纸尿裤", "收纳", "充电线", "护手霜", "运动鞋", "工具箱"];

    /// <summary>The pool that is searched (material_id). Default 80309, all goods.</summary>
    [Description("选品库 material_id，一般不用改")]
    public long MaterialId { get; init; } = 80309;

    /// <summary>Unit of a search's commission rates where it names no amount. Default <see cref="TaobaoRateUnit.HundredthsOfPercent"/>.</summary>
    [Description("搜索结果里佣金比例的单位：HundredthsOfPercent 即 1550 表示 15.5%；Percent 即 15.5 表示 15.5%")]
    public TaobaoRateUnit RateUnit { get; init; } = TaobaoRateUnit.HundredthsOfPercent;

    /// <summary>
    /// Longest window of one order query, in minutes. Default 20, which Taobao takes all year; up to 180 outside of its big sales, and then
    /// refused during them.
    /// </summary>
    [Description("一次查多少分钟的订单，1 到 180；大促期间淘宝只许 20")]
    public int OrderWindowMinutes { get; init; } = 20;

    /// <summary>
    /// Hosts that a converted link may lead to; anything else is refused as foreign. Plain HTTP passes on loopback hosts only.
    /// Default: s.click.taobao.com and uland.taobao.com.
    /// </summary>
    [Description("转链结果允许指向的域名，其他一律不发")]
    public IReadOnlyList<string> LinkHosts { get; init; } = ["s.click.taobao.com", "uland.taobao.com"];

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
