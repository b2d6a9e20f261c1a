using System.IO.Compression;
using DealBot.Contracts;

namespace DealBot.Storage.Backups;

/// <summary>A backup that is being read.</summary>
internal sealed class OpenedBackup(string path, ZipArchive zip, BackupManifest manifest) : IDisposable
{
    public BackupManifest Manifest => manifest;

    /// <summary>Names of the files inside but for the database.</summary>
    public IEnumerable<string> Companions => manifest.Files.Keys.Where(name => name != BackupFile.Database);

    /// <summary>Compares every file with what the manifest says of it.</summary>
    public void RequireWhole(Action<double> progress)
    {
        var done = 0;
        foreach (var (name, hash) in manifest.Files)
        {
            using var content = Entry(name);
            Require(name, hash, ReadHash(content));
            progress(++done / (double)manifest.Files.Count);
        }
    }

    /// <summary>Writes a file out, whole and on the disk.</summary>
    public void Extract(string name, string target)
    {
        using (var content = Entry(name))
        using (var file = new FileStream(target, FileMode.Create, FileAccess.ReadWrite))
        {
            Sqlite.SqliteCopy.RestrictToOwner(target);
            content.CopyTo(file);
            file.Flush(flushToDisk: true);
            file.Position = 0;
            Require(name, manifest.Files[name], BackupFile.HashOf(file));
        }
    }

    public void Dispose() => zip.Dispose();

    private Stream Entry(string name) => zip.GetEntry(name)?.Open() ?? throw Damaged(name);

    private static string ReadHash(Stream content)
    {
        try
        {
            return BackupFile.HashOf(content);
        }
        catch (InvalidDataException)
        {
            // The packed bytes make no sense: no hash is that of such a file.
            return "";
        }
    }

    private void Require(string name, string expected, string found)
    {
        if (expected != found)
        {
            throw Damaged(name);
        }
    }

    private StorageFaultException Damaged(string name) => new(new Phrase($"备份 {path} 已损坏：{name} 对不上", $"the backup {path} is damaged: {name} does not match"));
}
