using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DealBot.Storage.Sqlite;

/// <summary>
/// Copies a database that is in use, as it is at one moment. The source is read within one transaction, so that writers neither wait for
/// the copy nor make it begin anew, however busy they are.
/// </summary>
internal static class SqliteCopy
{
    /// <summary>Enough pages for one disk access to be worth while, few enough for a bar to move.</summary>
    private const int PagesAtOnce = 1024;

    /// <summary>Makes the copy: one file, checked, on the disk. Nothing is left if that fails.</summary>
    /// <param name="source">The database.</param>
    /// <param name="target">The copy's path; what is there is replaced.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageFaultException">There is no room for the copy.</exception>
    public static void Write(SqliteConnection source, string target, Action<double> progress, CancellationToken cancellationToken)
    {
        File.Delete(target);
        try
        {
            using (File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write))
            {
                RestrictToOwner(target);
            }

            CopyPages(source, target, progress, cancellationToken);
            using var written = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
            written.Flush(flushToDisk: true);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_FULL)
        {
            // Nothing is written to the source: it is the copy's disk that has no room, which is not the database's where backups lie on another.
            File.Delete(target);
            throw SqliteFile.Explain(exception, target);
        }
        catch
        {
            File.Delete(target);
            throw;
        }
    }

    /// <summary>A copy holds the keys of links and visitors; others on the machine have no business with it.</summary>
    public static void RestrictToOwner(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void CopyPages(SqliteConnection source, string target, Action<double> progress, CancellationToken cancellationToken)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        copy.Open();
        source.Execute("BEGIN; SELECT COUNT(*) FROM sqlite_master");
        try
        {
            Copy(source.Handle!, copy, progress, cancellationToken);
        }
        finally
        {
            source.Execute("ROLLBACK");
        }

        // The source's write-ahead mode came along; without it the copy is one file.
        copy.Execute("PRAGMA journal_mode=DELETE");
        SqliteFile.RequireWhole(copy, target);
    }

    private static void Copy(sqlite3 source, SqliteConnection copy, Action<double> progress, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", source, "main");
        int state;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            state = raw.sqlite3_backup_step(backup, PagesAtOnce);
            var pages = Math.Max(1, raw.sqlite3_backup_pagecount(backup));
            progress(1 - (raw.sqlite3_backup_remaining(backup) / (double)pages));
        }
        while (state == raw.SQLITE_OK);
        SqliteException.ThrowExceptionForRC(state == raw.SQLITE_DONE ? raw.SQLITE_OK : state, copy.Handle);
    }
}
