using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using DealBot.Contracts;

namespace DealBot.Storage.Backups;

/// <summary>The layout of a backup: a ZIP file that any tool opens, with a manifest, the database, and files that belong to it.</summary>
internal static class BackupFile
{
    public const int Format = 1;
    public const string Manifest = "backup.json";
    public const string Database = "dealbot.db";

    /// <summary>Folder of clicks that wait for the database.</summary>
    public const string Clicks = "clicks";

    public const string ClicksEnding = ".clicks";

    /// <summary>Folders beside the database whose files may be in a backup.</summary>
    public static readonly string[] Folders = ["posters", "digests", Clicks];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Packs files and checks what was written by reading it again.</summary>
    /// <param name="target">Path of the new file.</param>
    /// <param name="manifest">What to say of it; the files are filled in.</param>
    /// <param name="files">Path of each file by its name inside.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    public static void Pack(string target, BackupManifest manifest, IReadOnlyDictionary<string, string> files, Action<double> progress)
    {
        var hashes = new Dictionary<string, string>();
        using (var file = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            Sqlite.SqliteCopy.RestrictToOwner(target);
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, path) in files)
                {
                    hashes[name] = HashOf(path);
                    zip.CreateEntryFromFile(path, name, IsPicture(name) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
                    progress(0.7 * hashes.Count / files.Count);
                }

                using var stream = zip.CreateEntry(Manifest).Open();
                JsonSerializer.Serialize(stream, manifest with { Files = hashes }, Json);
            }

            file.Flush(flushToDisk: true);
        }

        using var written = Open(target);
        written.RequireWhole(done => progress(0.7 + (0.3 * done)));
    }

    /// <summary>Opens a backup for reading.</summary>
    /// <exception cref="StorageFaultException">It is none, or damaged.</exception>
    public static OpenedBackup Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            using var stream = zip.GetEntry(Manifest)?.Open() ?? throw new InvalidDataException($"{Manifest} is missing");
            var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json) ?? throw new InvalidDataException($"{Manifest} is empty");
            return manifest.Format == Format ? new OpenedBackup(path, zip, manifest) : throw new InvalidDataException($"format {manifest.Format}");
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            zip?.Dispose();
            throw new StorageFaultException(
                new Phrase($"{path} 不是 dealbot 的备份，或者已损坏", $"{path} is no backup of dealbot's, or is damaged ({exception.Message})"), exception);
        }
    }

    public static string HashOf(Stream content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsPicture(string name) => name.EndsWith(".jpg", StringComparison.Ordinal);

    private static string HashOf(string path)
    {
        using var content = File.OpenRead(path);
        return HashOf(content);
    }
}
