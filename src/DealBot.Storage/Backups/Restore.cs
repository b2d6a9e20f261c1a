using DealBot.Contracts;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Backups;

/// <summary>Puts a backup in the place of the database. What was there is kept aside; what may have been posted since is not posted again.</summary>
public static class Restore
{
    /// <summary>Restores.</summary>
    /// <param name="file">A backup, or a database file.</param>
    /// <param name="databasePath">The database to replace.</param>
    /// <param name="now">The moment of the restore.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <exception cref="StorageFaultException">The backup can't be used or a service is running; nothing was changed.</exception>
    public static RestoreResult Run(string file, string databasePath, DateTimeOffset now, Action<double> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var path = Path.GetFullPath(databasePath);
        using var free = ServiceLock.TryTake(path) ?? throw new StorageFaultException(new Phrase(
            $"dealbot run 正在使用 {path}。先停掉服务再恢复", $"dealbot run is using {path}; stop the service first"));
        var unpacked = PlaceOfRestored.Unfinished(path);
        try
        {
            using var backup = IsDatabase(file) ? null : BackupFile.Open(file);
            Unpack(file, backup, unpacked);
            progress(0.5);
            var result = Prepare(unpacked, now, progress) with { Manifest = backup?.Manifest };
            var aside = PlaceOfRestored.Put(path, now);
            TakeFiles(backup, path);
            progress(1);
            return result with { Aside = aside };
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.Explain(exception, file);
        }
        finally
        {
            File.Delete(unpacked);
        }
    }

    private static bool IsDatabase(string file)
    {
        using var reader = new StreamReader(file);
        var start = new char[15];
        return reader.ReadBlock(start) == start.Length && start.AsSpan().SequenceEqual("SQLite format 3");
    }

    private static void Unpack(string file, OpenedBackup? backup, string target)
    {
        if (backup is not null)
        {
            backup.RequireWhole(static _ => { });
            backup.Extract(BackupFile.Database, target);
            return;
        }

        SqliteFile.SchemaVersion(file);
        using var source = SqliteFile.OpenForReading(file);
        SqliteCopy.Write(source, target, static _ => { }, CancellationToken.None);
    }

    /// <summary>Checks the copy and marks what may have been posted since it was made.</summary>
    private static RestoreResult Prepare(string copy, DateTimeOffset now, Action<double> progress)
    {
        Migrations.RequireKnown(copy);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        connection.Open();
        SqliteFile.RequireWhole(connection, copy);
        progress(0.8);
        Migrations.Apply(connection);
        using var transaction = connection.BeginTransaction();
        var (unknown, skipped) = RestoredPosts.Mark(connection, transaction, now);
        transaction.Commit();
        return new RestoreResult(null, null, unknown, skipped);
    }

    private static void TakeFiles(OpenedBackup? backup, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        foreach (var name in backup?.Companions ?? [])
        {
            // Names come from a file that anybody may have written: nothing outside the known folders is touched.
            if (name.Split('/') is [var part, var leaf] && BackupFile.Folders.Contains(part) && leaf == Path.GetFileName(leaf) && leaf is not ("" or "." or ".."))
            {
                TakeFile(backup!, name, Path.Combine(Directory.CreateDirectory(Path.Combine(folder, part)).FullName, leaf));
            }
        }
    }

    /// <summary>A file that is still there has what the backup has of it and more: clicks since then, which the restored database takes in again.</summary>
    private static void TakeFile(OpenedBackup backup, string name, string target)
    {
        if (!File.Exists(target))
        {
            backup.Extract(name, target);
        }
    }
}

/// <summary>What a restore did.</summary>
/// <param name="Manifest">What the backup says of itself; null for a bare database file.</param>
/// <param name="Aside">Where the former database is kept; null if there was none.</param>
/// <param name="Unknown">Posts that were being sent when the backup was made.</param>
/// <param name="Skipped">Posts that were still to be sent then, and that may have been sent since.</param>
public sealed record RestoreResult(BackupManifest? Manifest, string? Aside, int Unknown, int Skipped);
