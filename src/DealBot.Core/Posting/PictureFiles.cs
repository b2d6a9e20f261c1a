using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Pictures of planned posts, as files. Written whole or not at all, and on the disk before the post that needs them is planned.</summary>
/// <param name="directory">Where their folders are.</param>
/// <param name="time">The clock that their age is told by.</param>
/// <param name="links">Where platforms fetch them; null if nowhere.</param>
public sealed class PictureFiles(string directory, TimeProvider time, PictureLinks? links = null)
{
    /// <summary>Folder of posters, which groups see.</summary>
    public const string Posters = "posters";

    /// <summary>Folder of charts, which owners see.</summary>
    public const string Digests = "digests";

    private static readonly string[] Folders = [Posters, Digests];

    /// <summary>Writes a picture; the same name again replaces it.</summary>
    /// <param name="folder">One of the folders.</param>
    /// <param name="name">File name.</param>
    /// <param name="content">The file's bytes.</param>
    /// <returns>The name to read it by: folder and file.</returns>
    public string Write(string folder, string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(directory, folder)).FullName, name);
        var temporary = $"{path}.tmp";
        using (var file = File.Create(temporary))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
        File.Move(temporary, path, overwrite: true);
        return $"{folder}/{name}";
    }

    /// <summary>A picture as adapters get it.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public OutgoingMessage.Image Open(string name) => new(
        File.ReadAllBytes(Path.Combine(directory, name)),
        name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg",
        links?.For(name));

    /// <summary>The file of a picture, open to be read; null if there is none of that name, now or any more.</summary>
    /// <param name="name">Folder and file; whatever else it is leads nowhere.</param>
    public FileStream? Find(string name)
    {
        var file = Path.GetFileName(name);
        if (file.Length == 0 || !Folders.Any(folder => name == $"{folder}/{file}"))
        {
            return null;
        }

        try
        {
            return new FileStream(Path.Combine(directory, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes pictures last written before a moment.</summary>
    /// <returns>How many.</returns>
    public int DeleteOlderThan(DateTimeOffset moment)
    {
        var old = Folders
            .Select(folder => Path.Combine(directory, folder))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles)
            .Where(path => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime)
            .ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }
}
