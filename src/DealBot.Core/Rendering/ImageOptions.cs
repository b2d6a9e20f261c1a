using System.ComponentModel;

namespace DealBot.Core.Rendering;

/// <summary>From where and how product pictures are fetched.</summary>
public sealed record ImageOptions
{
    [Description("允许取商品图的主机，可写 *.360buyimg.com；其他一律不取。默认是五家联盟的图片主机")]
    public IReadOnlyList<string> Hosts { get; init; } =
    [
        // JD.
        "*.360buyimg.com",
        // Pinduoduo.
        "*.pddpic.com", "*.yangkeduo.com",
        // Taobao and Tmall.
        "*.alicdn.com", "*.tbcdn.cn",
        // Vipshop.
        "*.vipstatic.com", "*.vpimg1.com", "*.vpimg2.com", "*.vpimg3.com", "*.vpimg4.com",
        // Suning.
        "*.suning.cn",
    ];

    [Description("可以解析到内网地址、可以用任意端口的主机（也要在 Hosts 里）；平时留空，自建图床才用")]
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    [Description("一张图最多多少 KB，16 到 7000")]
    public int MaxKilobytes { get; init; } = 2048;

    [Description("一张图最多多少百万像素，1 到 100；超过的不解码")]
    public int MaxMegapixels { get; init; } = 25;

    [Description("取一张图最多等多少秒，1 到 60，跳转也算在内")]
    public int TimeoutSeconds { get; init; } = 8;

    [Description("取过的图存在哪个目录；不写就存在数据库旁边的 pictures 目录")]
    public string? CacheDirectory { get; init; }

    [Description("取过的图在磁盘上最多占多少 MB，0 到 10240，满了删最旧的；0 表示不存")]
    public int CacheMegabytes { get; init; } = 200;
}
