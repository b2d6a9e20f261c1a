using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Notices;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage.Backups;

/// <summary>Makes a backup a day into a folder of the owner's choice, keeps the latest few, and tells every owner if that fails.</summary>
public sealed partial class DailyBackup(StorageOptions options, INotices notices, TimeProvider time, ILogger<DailyBackup> logger)
{
    private const string Prefix = "dealbot-daily-";

    private const string Names = Prefix + "*.zip";

    /// <summary>Makes the backup; does nothing if the settings name no folder.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.BackupDirectory is not { } folder)
        {
            return;
        }

        var now = time.GetUtcNow();
        var target = Path.Combine(folder, $"{Prefix}{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.zip");
        try
        {
            Directory.CreateDirectory(folder);

            // Before the new one, which needs the room.
            Backup.DeleteUnfinished(folder, Names);
            var manifest = Backup.Write(options.Path, target, now, static _ => { }, cancellationToken);
            Made(logger, target, new FileInfo(target).Length, manifest.Posts);
            DeleteOld(folder);
        }
        catch (Exception exception) when (exception is StorageFaultException or IOException or UnauthorizedAccessException)
        {
            var reason = exception is StorageFaultException fault ? fault.Reason : new Phrase(exception.Message, exception.Message);
            Failed(logger, exception, folder);
            await notices.TellAsync(
                new Notice(null, "backup_failed", folder, new Phrase($"每日备份没做成：{reason.Zh}", $"the daily backup failed: {reason.En}")), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Names sort by time. Only files of this job's own naming are deleted.</summary>
    private void DeleteOld(string folder)
    {
        foreach (var old in Directory.GetFiles(folder, Names).OrderDescending(StringComparer.Ordinal).Skip(options.KeepBackups))
        {
            File.Delete(old);
        }
    }

    [LoggerMessage(4005, LogLevel.Information, "Backed up to {File}: {Bytes} bytes, {Posts} posts")]
    private static partial void Made(ILogger logger, string file, long bytes, long posts);

    [LoggerMessage(4006, LogLevel.Error, "The daily backup to {Folder} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string folder);
}
