using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>When and where an owner reads the daily digest.</summary>
public sealed record DigestSettings
{
    private const string ChineseText = "digests/daily.sbn-txt";
    private const string ChineseChart = "digests/daily.sbn-svg";

    [Description("每天几点发，例如 21:30")]
    public required TimeOnly At { get; init; }

    [Description("用哪个适配器发，例如 wecom")]
    public required string Adapter { get; init; }

    [Description("发到哪里：适配器配置里的机器人或目录名")]
    public required string Address { get; init; }

    [Description("群主所在时区")]
    public string TimeZone { get; init; } = Group.DefaultTimeZone;

    [Description("日报和提醒用什么语言：chinese 或 english")]
    public Language Language { get; init; } = Language.Chinese;

    [Description("文字模板")]
    public string Template { get; init; } = ChineseText;

    [Description("图表模板")]
    public string Chart { get; init; } = ChineseChart;

    /// <summary>The same with DealBot's own templates in the owner's language; templates that the owner chose stay.</summary>
    public DigestSettings Spoken() => Language == Language.Chinese ? this : this with
    {
        Template = Template == ChineseText ? "digests/daily.en.sbn-txt" : Template,
        Chart = Chart == ChineseChart ? "digests/daily.en.sbn-svg" : Chart,
    };
}
