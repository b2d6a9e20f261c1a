using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>When and where an owner reads the daily digest.</summary>
public sealed record DigestSettings
{
    [Description("每天几点发，例如 21:30")]
    public required TimeOnly At { get; init; }

    [Description("用哪个适配器发，例如 wecom")]
    public required string Adapter { get; init; }

    [Description("发到哪里：适配器配置里的机器人或目录名")]
    public required string Address { get; init; }

    [Description("群主所在时区")]
    public string TimeZone { get; init; } = Group.DefaultTimeZone;

    [Description("文字模板")]
    public string Template { get; init; } = "digests/daily.sbn-txt";

    [Description("图表模板")]
    public string Chart { get; init; } = "digests/daily.sbn-svg";
}
