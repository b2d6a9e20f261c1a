using System.ComponentModel;

namespace DealBot.Host.Settings;

/// <summary>How often the service looks for work. The defaults suit any size; shorter turns cost queries, not correctness.</summary>
public sealed record JobOptions
{
    [Description("每隔多少秒看一次配置有没有改，1 到 300")]
    public int ConfigurationSeconds { get; init; } = 5;

    [Description("每隔多少秒排一次推送、准备到点的推送，1 到 60")]
    public int SlotsSeconds { get; init; } = 10;

    [Description("每隔多少秒发送到点的消息，1 到 60")]
    public int DispatchSeconds { get; init; } = 5;

    [Description("每隔多少秒同步一次订单，1 到 3600")]
    public int OrdersSeconds { get; init; } = 60;

    [Description("每隔多少秒看一次有没有要提醒群主的，1 到 300")]
    public int NoticesSeconds { get; init; } = 10;
}
