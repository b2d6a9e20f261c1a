using Dapper;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Backups;

/// <summary>Makes a backup of a database, whether a service is using it or not: one file that <see cref="Restore"/> takes back.</summary>
public static class Backup
{
    private const string CopyEnding = ".db.tmp";
    private const string PackedEnding = ".tmp";
    private const string JournalEnding = ".clicks.tmp";

    private const string FilesNeeded =
        "SELECT DISTINCT m.file FROM messages m JOIN posts p ON p.post_id = m.post_id WHERE p.state IN ('planned', 'leased', 'sending') AND m.file IS NOT NULL";

    /// <summary>Makes it: written under another name, checked, on the disk, then renamed.</summary>
    /// <param name="databasePath">The database.</param>
    /// <param name="target">Path of the backup; a file that is there is replaced.</param>
    /// <param name="now">The moment it is of.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels; nothing is left then.</param>
    /// <exception cref="StorageFaultException">The database can't be read, or is damaged.</exception>
    public static BackupManifest Write(string databasePath, string target, DateTimeOffset now, Action<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var path = Path.GetFullPath(databasePath);
        var (copy, packed, journal) = (target + CopyEnding, target + PackedEnding, target + JournalEnding);
        try
        {
            File.Delete(packed);

            // Before the database: what is taken into it and deleted meanwhile is in the copy of one or of both, and never of none.
            var files = CopyJournal(Path.Combine(Path.GetDirectoryName(path)!, BackupFile.Clicks), journal);
            CopyDatabase(path, copy, done => progress(done * 0.6), cancellationToken);

            // Asked of the copy: to look at the header of the database itself is to open and close it beside SQLite, and by that the system gives up every
            // lock that this process holds on it. To the next command to end the service would be gone, and its log of what it wrote be cleared away.
            Migrations.RequireKnown(copy);
            files[BackupFile.Database] = copy;
            var manifest = Describe(copy, now, Path.GetDirectoryName(path)!, files);
            BackupFile.Pack(packed, manifest, files, done => progress(0.6 + (done * 0.4)));
            File.Move(packed, target, overwrite: true);
            return manifest;
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.Explain(exception, path);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(packed);
            DeleteFolder(journal);
        }
    }

    /// <summary>Deletes what backups have left behind that a kill or a power cut ended half-way: a copy of the whole database each. What can't be deleted is left.</summary>
    /// <param name="folder">Where they were made.</param>
    /// <param name="names">Their names, as a pattern.</param>
    internal static void DeleteUnfinished(string folder, string names)
    {
        string[] endings = [PackedEnding, CopyEnding, $"{CopyEnding}-journal", .. SqliteFile.Companions.Select(companion => CopyEnding + companion)];
        foreach (var file in endings.SelectMany(ending => Directory.GetFiles(folder, names + ending)))
        {
            Try(File.Delete, file);
        }

        foreach (var clicks in Directory.GetDirectories(folder, names + JournalEnding))
        {
            Try(DeleteFolder, clicks);
        }
    }

    private static void Try(Action<string> delete, string path)
    {
        try
        {
            delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or held by a scan for viruses: no reason to be without a backup.
        }
    }

    /// <summary>Copies the files of clicks that wait for the database, also those being written.</summary>
    private static Dictionary<string, string> CopyJournal(string folder, string copies)
    {
        var files = new Dictionary<string, string>();
        DeleteFolder(copies);
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + BackupFile.ClicksEnding) : [])
        {
            Directory.CreateDirectory(copies);
            var (name, copy) = (Path.GetFileName(path), Path.Combine(copies, Path.GetFileName(path)));
            try
            {
                using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var to = new FileStream(copy, FileMode.CreateNew);
                from.CopyTo(to);
                files[$"{BackupFile.Clicks}/{name}"] = copy;
            }
            catch (FileNotFoundException)
            {
                // Taken into the database since the folder was listed.
            }
        }

        return files;
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void CopyDatabase(string path, string copy, Action<double> progress, CancellationToken cancellationToken)
    {
        // Not read-only: if no service is running, the last to close the database clears away its log.
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        source.Open();
        SqliteCopy.Write(source, copy, progress, cancellationToken);
    }

    private static BackupManifest Describe(string copy, DateTimeOffset now, string folder, Dictionary<string, string> files)
    {
        using var connection = SqliteFile.OpenForReading(copy, untouched: true);
        foreach (var name in connection.Query<string>(FilesNeeded).Where(name => File.Exists(Path.Combine(folder, name))))
        {
            files[name] = Path.Combine(folder, name);
        }

        return new BackupManifest
        {
            Format = BackupFile.Format,
            At = now,
            Schema = connection.ExecuteScalar<long>("SELECT MAX(version) FROM schema_version"),
            Posts = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM posts"),
            Clicks = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM clicks"),
            Orders = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM orders"),
            LatestSent = connection.ExecuteScalar<long?>("SELECT MAX(sent_at) FROM posts") is { } sent ? Moments.From(sent) : null,
            Files = files,
        };
    }
}
