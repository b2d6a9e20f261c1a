using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>What a message begins with that the bot is to act on. Each may be said in several ways.</summary>
public sealed record BotWords
{
    [Description("成员：机器人会什么")]
    public IReadOnlyList<string> Help { get; init; } = ["帮助", "幫助", "help"];

    [Description("成员：按关键词找优惠")]
    public IReadOnlyList<string> Find { get; init; } = ["找", "搜", "find"];

    [Description("成员：查一件商品有没有券")]
    public IReadOnlyList<string> Coupon { get; init; } = ["查券", "查劵", "查", "coupon"];

    [Description("群主：今天到现在的日报")]
    public IReadOnlyList<string> Digest { get; init; } = ["日报", "日報", "digest"];

    [Description("群主：暂停推送")]
    public IReadOnlyList<string> Pause { get; init; } = ["暂停", "暫停", "pause"];

    [Description("群主：恢复推送")]
    public IReadOnlyList<string> Resume { get; init; } = ["恢复", "恢復", "resume"];

    [Description("群主：看各群情况")]
    public IReadOnlyList<string> Status { get; init; } = ["状态", "狀態", "status"];

    [Description("群主：跳过下一次推送")]
    public IReadOnlyList<string> Skip { get; init; } = ["跳过", "跳過", "skip"];

    [Description("群主：马上发一件商品")]
    public IReadOnlyList<string> Post { get; init; } = ["发", "發", "post"];
}
