using System.ComponentModel;

namespace DealBot.Core.Rendering;

/// <summary>From where and how product pictures are fetched.</summary>
public sealed record ImageOptions
{
    [Description("允许取商品图的主机，可写 *.360buyimg.com；其他一律不取")]
    public IReadOnlyList<string> Hosts { get; init; } = ["*.360buyimg.com"];

    [Description("一张图最多多少 KB，16 到 10240")]
    public int MaxKilobytes { get; init; } = 2048;

    [Description("取一张图最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 8;
}
