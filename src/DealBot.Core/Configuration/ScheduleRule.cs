using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>One rule of a schedule: moments, and what is posted then. Either <see cref="At"/> or <see cref="Cron"/>.</summary>
public sealed record ScheduleRule
{
    internal const int DefaultPriority = 5;

    [Description("每天的这些时刻，例如 [\"08:30\", \"12:10\"]")]
    public IReadOnlyList<TimeOnly>? At { get; init; }

    [Description("cron 表达式（秒 分 时 日 月 周），例如 0 30 9-21 * * ? 表示 9 点到 21 点每小时的 30 分")]
    public string? Cron { get; init; }

    [Description("一次发几件商品，1 到 9")]
    public int Deals { get; init; } = 1;

    [Description("一天排不下时谁先占位置，1 到 9，大的先；活动期间的推送总在平时的前面")]
    public int Priority { get; init; } = DefaultPriority;

    [Description("这个时段另外的选品要求")]
    public DealFilter? Filter { get; init; }

    [Description("这个时段另外的模板")]
    public TemplateChoice? Templates { get; init; }
}
