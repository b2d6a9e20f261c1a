using Dapper;
using DealBot.Contracts;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Sqlite;

/// <summary>Looks at a database file without changing it or anything beside it.</summary>
internal static class SqliteFile
{
    /// <summary>What SQLite puts beside a database in use.</summary>
    public static readonly string[] Companions = ["-wal", "-shm"];

    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    /// <summary>Schema version of a file: 0 if it is not there or empty.</summary>
    /// <exception cref="StorageFaultException">It is damaged, no database at all, or another program's.</exception>
    public static long SchemaVersion(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return 0;
        }

        try
        {
            RequireHeader(path);
            using var connection = OpenToLook(path);
            var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet();
            if (tables.Count > 0 && !tables.Contains("schema_version"))
            {
                throw new StorageFaultException(new Phrase(
                    $"{path} 是别的程序的数据库。检查 Storage.Path", $"{path} is another program's database; check Storage.Path"));
            }

            return tables.Count == 0 ? 0 : connection.ExecuteScalar<long?>("SELECT MAX(version) FROM schema_version") ?? 0;
        }
        catch (SqliteException exception)
        {
            throw Explain(exception, path);
        }
    }

    /// <summary>Checks every page and index.</summary>
    /// <exception cref="StorageFaultException">Something is wrong.</exception>
    public static void RequireWhole(SqliteConnection connection, string path)
    {
        string verdict;
        try
        {
            verdict = connection.ExecuteScalar<string>("PRAGMA integrity_check(1)") ?? "";
        }
        catch (SqliteException exception)
        {
            throw Explain(exception, path);
        }

        if (verdict != "ok")
        {
            throw new StorageFaultException(new Phrase($"{path} 已损坏：{verdict}", $"{path} is damaged: {verdict}"));
        }
    }

    /// <summary>An exception in words an owner can act on.</summary>
    public static StorageFaultException Explain(SqliteException exception, string path) => new(
        StorageTrouble.Of(exception, path)?.Text ?? new Phrase($"打不开数据库 {path}：{exception.Message}", $"can't open the database {path}: {exception.Message}"),
        exception);

    public static SqliteConnection OpenForReading(string path, bool untouched = false)
    {
        // Immutable: SQLite neither locks nor makes companions. Only where none hold anything, since it would not look into them.
        var source = untouched ? $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : path;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 10, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>SQLite takes a file shorter than its header for an empty database, and would write over it.</summary>
    private static void RequireHeader(string path)
    {
        const int notADatabase = 26;
        Span<byte> start = stackalloc byte[Header.Length];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.SequenceEqual(Header))
        {
            throw new SqliteException("file is not a database", notADatabase);
        }
    }

    private static SqliteConnection OpenToLook(string path) =>
        OpenForReading(path, untouched: new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 });
}
