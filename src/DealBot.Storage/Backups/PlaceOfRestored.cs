using System.Globalization;
using Dapper;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Backups;

/// <summary>
/// Swaps database files in an order that a crash may cut anywhere. As long as the old database is in its place, nothing has happened; once
/// it is aside, <see cref="Finish"/> at the next start carries the restore through.
/// </summary>
internal static class PlaceOfRestored
{
    public static string Unfinished(string path) => path + ".restore.tmp";

    private static string Ready(string path) => path + ".restored";

    /// <summary>Puts the unpacked copy in place.</summary>
    /// <returns>Where the former database is; null if there was none.</returns>
    public static string? Put(string path, DateTimeOffset now)
    {
        var aside = File.Exists(path) ? $"{path}.before-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}" : null;
        FoldLogIn(path);
        File.Move(Unfinished(path), Ready(path), overwrite: true);
        if (aside is not null)
        {
            File.Move(path, aside);
        }

        Finish(path, aside);
        return aside;
    }

    /// <summary>Ends a restore that was cut off; does nothing if none was.</summary>
    public static void Finish(string path)
    {
        if (!File.Exists(path) && File.Exists(Ready(path)))
        {
            Finish(path, path + ".before-restore");
        }
    }

    private static void Finish(string path, string? aside)
    {
        // A log left beside another database would be played into it.
        foreach (var companion in SqliteFile.Companions.Where(companion => File.Exists(path + companion)))
        {
            File.Move(path + companion, (aside ?? path + ".before-restore") + companion, overwrite: true);
        }

        File.Move(Ready(path), path);
    }

    private static void FoldLogIn(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // Damaged, which may be why it is replaced: it is moved aside as it is, its log with it.
        }
    }
}
