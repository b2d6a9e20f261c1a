using System.ComponentModel;

namespace DealBot.Core.Orders;

/// <summary>How orders are synced.</summary>
public sealed record OrderOptions
{
    [Description("每次向前多看多少分钟，免得漏掉平台晚到的更新，1 到 60")]
    public int OverlapMinutes { get; init; } = 10;

    [Description("第一次同步往前补多少小时，0 到 2160")]
    public int FirstBackfillHours { get; init; } = 24;
}
