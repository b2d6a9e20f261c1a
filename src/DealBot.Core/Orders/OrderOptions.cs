using System.ComponentModel;

namespace DealBot.Core.Orders;

/// <summary>How orders are synced.</summary>
public sealed record OrderOptions
{
    [Description("每次向前多看多少分钟，免得漏掉平台晚到的更新，1 到 60")]
    public int OverlapMinutes { get; init; } = 10;

    [Description("第一次同步往前补多少小时，0 到 2160")]
    public int FirstBackfillHours { get; init; } = 24;

    [Description("每天几点（北京时间）开始对账，0 到 23")]
    public int SweepHour { get; init; } = 3;

    [Description("每晚把最近多少天的订单重新对一遍，1 到 90")]
    public int NightlyDays { get; init; } = 7;

    [Description("每月 1 日把最近多少天的订单重新对一遍，1 到 90")]
    public int MonthlyDays { get; init; } = 90;

    [Description("对账每一轮（一分钟）最多查多少个时段，免得占满平台的调用额度，1 到 600")]
    public int SweepWindowsPerTurn { get; init; } = 30;

    [Description("订单什么跟单标记都没有时，往前看多少小时内同一商品的点击来推断是哪个群，0 到 168；0 为不推断")]
    public int JoinHours { get; init; } = 24;

    [Description("推断的把握低于百分之多少就不归群，列为未归属，50 到 95")]
    public int JoinPercent { get; init; } = 60;

    [Description("删掉的群让出推广位后，隔多少天才分给别的群，0 到 365；旧链接的订单在这段时间里还会来")]
    public int PositionQuarantineDays { get; init; } = 90;
}
