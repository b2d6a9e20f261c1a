using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using DealBot.Adapters.DingTalk;
using DealBot.Adapters.Feishu;
using DealBot.Adapters.OneBot;
using DealBot.Adapters.Preview;
using DealBot.Adapters.Telegram;
using DealBot.Adapters.Wechaty;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.WeComTask;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Links;
using DealBot.Core.Notices;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Host.Web;
using DealBot.Networks.Jd;
using DealBot.Networks.Pdd;
using DealBot.Networks.Suning;
using DealBot.Networks.Taobao;
using DealBot.Networks.Vip;
using DealBot.Storage;

namespace DealBot.Host.Settings;

/// <summary>The <c>DealBot</c> section of appsettings.json: infrastructure and secrets. Environment variables override it.</summary>
public sealed record HostSettings
{
    [Description("群成员打开链接用的公网地址，例如 https://deal.example.cn")]
    public Uri PublicBaseUrl { get; init; } = new("http://localhost:8080");

    [Description("监听地址，例如 http://0.0.0.0:8080；前面放 nginx 或 Caddy 提供 HTTPS")]
    public string Listen { get; init; } = "http://0.0.0.0:8080";

    [Description("群主配置所在目录")]
    public string ConfigDirectory { get; init; } = "config";

    [Description("模板所在目录")]
    public string TemplateDirectory { get; init; } = "templates";

    [Description("存储")]
    public StorageOptions Storage { get; init; } = new();

    [Description("选品库")]
    public CatalogOptions Catalog { get; init; } = new();

    [Description("发送")]
    public PostingOptions Posting { get; init; } = new();

    [Description("点击")]
    public ClickOptions Clicks { get; init; } = new();

    [Description("转链")]
    public ConversionOptions Links { get; init; } = new();

    [Description("网页端口")]
    public WebOptions Web { get; init; } = new();

    [Description("订单")]
    public OrderOptions Orders { get; init; } = new();

    [Description("商品图")]
    public ImageOptions Images { get; init; } = new();

    [Description("给群主的提醒")]
    public NoticeOptions Notices { get; init; } = new();

    [Description("各项任务的间隔")]
    public JobOptions Jobs { get; init; } = new();

    [Description("健康检查和指标")]
    public TelemetryOptions Telemetry { get; init; } = new();

    [Description("联盟")]
    public NetworkSettings Networks { get; init; } = new();

    [Description("适配器")]
    public AdapterSettings Adapters { get; init; } = new();

    [Description("插件所在目录，每个插件一个子目录")]
    public string PluginDirectory { get; init; } = "plugins";

    [Description("一个插件最多用多少秒启动，1 到 60；超过就不用它")]
    public int PluginLoadSeconds { get; init; } = 10;

    [Description("一次调用插件最多等多少秒，5 到 90；超过就当作结果不明")]
    public int PluginCallSeconds { get; init; } = 30;

    [Description("各插件的选项，名字和插件目录下的子目录相同；写什么由插件的 plugin.json 规定")]
    public IReadOnlyDictionary<string, JsonElement> Plugins { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The file that they were read from, for faults that are found later.</summary>
    [JsonIgnore]
    public string FileName { get; init; } = "appsettings.json";
}

/// <summary>Affiliate networks; one left out is not used.</summary>
public sealed record NetworkSettings
{
    [Description("京东联盟")]
    public JdOptions? Jd { get; init; }

    [Description("拼多多（多多客、多多进宝）")]
    public PddOptions? Pdd { get; init; }

    [Description("淘宝联盟（淘宝客）")]
    public TaobaoOptions? Taobao { get; init; }

    [Description("唯品会联盟")]
    public VipOptions? Vip { get; init; }

    [Description("苏宁推客")]
    public SuningOptions? Suning { get; init; }
}

/// <summary>Messaging adapters; one left out is not used, but for preview, which needs nothing.</summary>
public sealed record AdapterSettings
{
    [Description("写到目录里看，不发出去")]
    public PreviewOptions Preview { get; init; } = new();

    [Description("企业微信群机器人")]
    public WeComOptions? WeCom { get; init; }

    [Description("企业微信客户群群发（群主确认后发出）和应用消息")]
    public WeComTaskOptions? WeComTask { get; init; }

    [Description("Wechaty puppet 服务里登录的账号所在的群")]
    public WechatyOptions? Wechaty { get; init; }

    [Description("钉钉群机器人（自定义机器人）")]
    public DingTalkOptions? DingTalk { get; init; }

    [Description("飞书群机器人（自定义机器人）")]
    public FeishuOptions? Feishu { get; init; }

    [Description("QQ 群，经 OneBot 11（如 NapCat）")]
    public OneBotOptions? OneBot { get; init; }

    [Description("Telegram 群和频道")]
    public TelegramOptions? Telegram { get; init; }

    /// <summary>Adapters by name that write into a folder instead of posting. Only a rehearsal has some; no file can set it.</summary>
    internal IReadOnlyDictionary<string, PreviewOptions> StandIns { get; init; } = new Dictionary<string, PreviewOptions>();
}
