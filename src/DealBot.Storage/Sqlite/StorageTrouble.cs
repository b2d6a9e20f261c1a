using DealBot.Contracts;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Sqlite;

/// <summary>Why the database can't be used just now, for reasons outside the program.</summary>
/// <param name="Code">Stable word: <c>full</c>, <c>read_only</c>, <c>busy</c>, <c>io</c>, <c>corrupt</c> or <c>missing</c>.</param>
/// <param name="Text">What happened and what to do.</param>
public sealed record StorageTrouble(string Code, Phrase Text)
{
    // SQLite's primary result codes, https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>What an exception means; null if the disk and the file are not to blame.</summary>
    public static StorageTrouble? Of(SqliteException exception, string path) => exception?.SqliteErrorCode switch
    {
        Full => new("full", new Phrase(
            $"磁盘满了，{path} 写不进去。清出空间后会自动继续，不用重启",
            $"the disk is full, {path} can't be written; make room and it goes on by itself")),
        ReadOnly => new("read_only", new Phrase(
            $"{path} 只能读不能写。检查文件、目录的权限，以及磁盘是否以只读方式挂载",
            $"{path} is read-only; check the rights of file and folder, and whether the disk is mounted read-only")),
        Busy or Locked => new("busy", new Phrase(
            $"{path} 被别的程序锁住。关掉正在写它的程序（例如 sqlite3 里没结束的事务）",
            $"{path} is locked by another program; end what writes to it, a transaction left open in sqlite3 for example")),
        IoError => new("io", new Phrase(
            $"读写 {path} 时磁盘出错（SQLite {exception.SqliteExtendedErrorCode}）。看系统日志，检查磁盘",
            $"the disk failed while reading or writing {path} (SQLite {exception.SqliteExtendedErrorCode}); look at the system log and check the disk")),
        Corrupt or NotADatabase => new("corrupt", new Phrase(
            $"{path} 已损坏或不是数据库。停掉服务，执行 dealbot restore 备份文件",
            $"{path} is damaged or no database; stop the service and run dealbot restore BACKUP")),
        CantOpen => new("missing", new Phrase(
            $"{path} 打不开或已被删除。检查目录在不在、能不能写；文件丢了就停掉服务，执行 dealbot restore 备份文件",
            $"{path} can't be opened or was deleted; check that its folder exists and is writable; if the file is lost, stop the service and run dealbot restore BACKUP")),
        _ => null,
    };
}
