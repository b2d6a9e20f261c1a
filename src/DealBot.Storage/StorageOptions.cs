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
}
