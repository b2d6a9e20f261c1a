using System.ComponentModel;

namespace DealBot.Core.Clicks;

/// <summary>How clicks are counted, and for how long links work.</summary>
public sealed record ClickOptions
{
    [Description("链接从发布起多少天内有效，1 到 3650；联盟自己的有效期更短时以联盟为准")]
    public int LinkDays { get; init; } = 60;

    [Description("访客按哪个时区的自然日计数，例如 Asia/Shanghai")]
    public string TimeZone { get; init; } = "Asia/Shanghai";

    [Description("同一访客在多少秒内重复点同一个链接只算一次点击，0 到 60")]
    public int RepeatSeconds { get; init; } = 3;

    [Description("同一访客一秒内点开超过多少个不同的链接就当作程序，1 到 100")]
    public int LinksPerSecond { get; init; } = 4;

    [Description("群主自己的网络，来自这里的点击不计入，例如 203.0.113.7 或 203.0.113.0/24")]
    public IReadOnlyList<string> OwnNetworks { get; init; } = [];

    [Description("机房和爬虫的网络，来自这里的点击不计入，例如 198.51.100.0/24")]
    public IReadOnlyList<string> BotNetworks { get; init; } = [];

    [Description("数据库忙时点击最多在磁盘上积压多少 MB，8 到 10240；约 1 万次点击 1 MB")]
    public int JournalMegabytes { get; init; } = 256;
}
