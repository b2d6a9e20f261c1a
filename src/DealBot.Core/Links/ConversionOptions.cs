using System.ComponentModel;

namespace DealBot.Core.Links;

/// <summary>How links are converted, proven and watched.</summary>
public sealed record ConversionOptions
{
    [Description("一次转链最多等联盟多少秒，1 到 60，0 不限；超过就先不找这个账号，改发别的联盟的商品")]
    public int ConvertSeconds { get; init; } = 15;

    [Description("每隔多少分钟给每个联盟账号试转一个链接，1 到 1440，0 不试；断了马上提醒群主")]
    public int CanaryMinutes { get; init; } = 60;

    [Description("除本条推送自己的短链接外，文案和海报二维码里还允许出现的网站，例如自己的主页 www.example.cn；*.example.cn 包括子域名")]
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}
