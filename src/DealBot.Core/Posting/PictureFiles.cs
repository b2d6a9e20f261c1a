namespace DealBot.Core.Posting;

/// <summary>Pictures of planned posts, as files. Written whole or not at all, and on the disk before the post that needs them is planned.</summary>
/// <param name="directory">Where they are.</param>
/// <param name="time">The clock that their age is told by.</param>
public sealed class PictureFiles(string directory, TimeProvider time)
{
    /// <summary>Writes a picture and returns its name; the same name again replaces it.</summary>
    public string Write(string name, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, name);
        var temporary = $"{path}.tmp";
        using (var file = File.Create(temporary))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
        File.Move(temporary, path, overwrite: true);
        return name;
    }

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(directory, name));

    /// <summary>Deletes pictures last written before a moment.</summary>
    /// <returns>How many.</returns>
    public int DeleteOlderThan(DateTimeOffset moment)
    {
        if (!Directory.Exists(directory))
        {
            return 0;
        }

        var old = Directory.EnumerateFiles(directory).Where(path => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }
}
