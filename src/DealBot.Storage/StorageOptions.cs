using System.ComponentModel;

namespace DealBot.Storage;

/// <summary>Where DealBot keeps what must not be lost.</summary>
public sealed record StorageOptions
{
    [Description("数据库文件；海报和图表放在同一目录的 posters 和 digests 里")]
    public string Path { get; init; } = "data/dealbot.db";

    [Description("每次提交都等磁盘确认：停电也不丢；false 时只保证进程被杀不丢，更快")]
    public bool SyncEveryCommit { get; init; } = true;

    [Description("数据库被别的程序锁住时最多等多少秒，1 到 60")]
    public int BusySeconds { get; init; } = 10;

    [Description("点击明细保留多少天，35 到 3650；每小时的汇总永久保留")]
    public int KeepClickDays { get; init; } = 90;

    [Description("发送记录（用来算配额）保留多少天，2 到 365")]
    public int KeepAttemptDays { get; init; } = 7;

    [Description("推送和它的链接、群每天的人数保留多少天，120 到 3650；删除后旧链接打不开")]
    public int KeepPostDays { get; init; } = 400;

    [Description("价格记录保留多少天，30 到 3650")]
    public int KeepPriceDays { get; init; } = 400;

    [Description("多少天没再出现的商品从选品库删除，1 到 365")]
    public int KeepDealDays { get; init; } = 30;

    [Description("给群主的提醒保留多少天，7 到 3650")]
    public int KeepNoticeDays { get; init; } = 90;

    [Description("每天自动备份到哪个目录，最好在另一块盘上；不填就不自动备份")]
    public string? BackupDirectory { get; init; }

    [Description("自动备份保留最近几份，1 到 365")]
    public int KeepBackups { get; init; } = 7;
}
