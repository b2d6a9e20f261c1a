using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>One chat group on one adapter.</summary>
public sealed record Group
{
    public const string DefaultTimeZone = "Asia/Shanghai";

    [Description("群编号：小写字母、数字和连字符，最多 40 个字符；写进跟单参数，定下后不要改")]
    public required string Id { get; init; }

    [Description("群名")]
    public required string Name { get; init; }

    [Description("群主编号，见 owners.json")]
    public required string Owner { get; init; }

    [Description("适配器，例如 wecom、preview")]
    public required string Adapter { get; init; }

    [Description("发到哪里：适配器配置里的机器人或目录名")]
    public required string Address { get; init; }

    [Description("受众编号，见 audiences.json")]
    public required string Audience { get; init; }

    [Description("排期编号，见 schedules.json")]
    public required string Schedule { get; init; }

    [Description("时区")]
    public string TimeZone { get; init; } = DefaultTimeZone;

    [Description("群里说什么语言：chinese 或 english；机器人的回答、成员打开链接看到的页面、卡片和程序交给模板的词用它，文案和海报模板另外选")]
    public Language Language { get; init; } = Language.Chinese;

    [Description("这个群专用的推广位，按联盟写，例如 { \"jd\": \"3100000101\" }；没写的联盟，账号没有跟单参数权限时从账号的 Positions 里自动分一个")]
    public IReadOnlyDictionary<string, string> Positions { get; init; } = new Dictionary<string, string>();

    [Description("由哪位推广者负责，见 owners.json 的 shares.promoters；不写就是群主自己")]
    public string? Promoter { get; init; }

    [Description("这个群的两次推送至少隔多少分钟，0 到 240；没写时用排期里的")]
    public int? MinGapMinutes { get; init; }

    [Description("这个群打不开哪些联盟的链接，例如 taobao：改发口令，做不出口令的商品不发。没写时按适配器（通到微信的默认 taobao）；都打得开就写 []")]
    public IReadOnlyList<string>? BlockedNetworks { get; init; }

    [Description("人数，仅供演练估算点击")]
    public int Members { get; init; } = 200;

    [Description("群里的机器人回不回答成员（帮助、找、查券），也决定群主能不能在群里发指令；平台要能把消息送过来，见 docs/bot.md")]
    public bool Bot { get; init; }

    [Description("这个群另外的选品要求")]
    public DealFilter? Filter { get; init; }

    [Description("这个群另外的模板")]
    public TemplateChoice? Templates { get; init; }

    /// <summary>Whether links of a network can't be opened in the group's chat.</summary>
    public bool Blocks(string network) => BlockedNetworks?.Contains(network) ?? false;
}
