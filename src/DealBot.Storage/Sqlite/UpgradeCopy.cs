using DealBot.Contracts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage.Sqlite;

/// <summary>Keeps a copy of a database beside it before its tables are changed: the way back, should the new version disappoint.</summary>
internal static partial class UpgradeCopy
{
    /// <summary>Room that must be left over when the copy is made: the new tables need some, too.</summary>
    private const long Spare = 32 * 1024 * 1024;

    public static string PathFor(string path, long version) => $"{path}.schema-{version}.bak";

    /// <summary>Makes the copy.</summary>
    /// <exception cref="StorageFaultException">There is no room for it.</exception>
    public static void Keep(SqliteConnection connection, string path, long version, ILogger logger)
    {
        var copy = PathFor(path, version);
        var needed = new FileInfo(path).Length + LengthOf(path + "-wal") + Spare;
        var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        if (free < needed)
        {
            throw new StorageFaultException(new Phrase(
                $"升级数据库前要先留一份副本 {copy}，需要 {Megabytes(needed)} MB，磁盘只剩 {Megabytes(free)} MB。清出空间再启动；数据库没有动过",
                $"before the database is upgraded a copy {copy} is kept, which needs {Megabytes(needed)} MB; {Megabytes(free)} MB are free. Make room and start again; the database is untouched"));
        }

        var unfinished = copy + ".tmp";
        SqliteCopy.Write(connection, unfinished, static _ => { }, CancellationToken.None);
        File.Move(unfinished, copy, overwrite: true);
        Kept(logger, version, copy);
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static long Megabytes(long bytes) => (bytes + 1_048_575) / 1_048_576;

    [LoggerMessage(4003, LogLevel.Information, "The database is upgraded from version {Version}; what it was before is kept in {Copy}")]
    private static partial void Kept(ILogger logger, long version, string copy);
}
