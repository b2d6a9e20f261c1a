using System.ComponentModel;

namespace DealBot.Core.Posting;

/// <summary>How posts are planned and sent.</summary>
public sealed record PostingOptions
{
    [Description("到点后多少分钟内还值得发；停机或排队超过它就跳过并说明，1 到 720")]
    public int FreshMinutes { get; init; } = 20;

    [Description("最多提前多少小时排好推送，1 到 48；默认一直排到明天结束，排期特别密（每几秒一次）时才需要调小")]
    public int PlanAheadHours { get; init; } = 48;

    [Description("同时处理多少个群，1 到 64")]
    public int Parallelism { get; init; } = 4;

    [Description("一条消息最多尝试几次，1 到 10")]
    public int MaxAttempts { get; init; } = 4;

    [Description("排一天的推送时，每个限额留出百分之几给日报、手动推送和重试，0 到 50")]
    public int HeadroomPercent { get; init; } = 10;

    [Description("要群主在客户端确认的任务（企业微信客户群），多少小时没有确认就算没发，1 到 168")]
    public int ConfirmHours { get; init; } = 24;

    [Description("海报和图表保留多少天，1 到 365")]
    public int KeepPicturesDays { get; init; } = 14;
}
