using System.Security.Cryptography;
using System.Text;
using DealBot.Imaging.Images;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Rendering.Images;

/// <summary>
/// Pictures made ready, kept in a folder so that a restart fetches nothing twice. Several processes may share the folder: a file appears
/// whole or not at all, and one that is gone is fetched again. A folder that cannot be written to costs speed, not posters.
/// </summary>
public sealed class PictureStore(string folder, long mostBytes, TimeProvider time, ILogger<PictureStore> logger)
{
    private const string Extension = ".jpg";
    private const string Unfinished = ".tmp";

    // Shops replace the picture behind an address rarely; so long an old one is shown at most.
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    // Long enough for any writer to have finished or died.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly Lock _sweeping = new();
    private long _unswept = long.MaxValue;

    /// <summary>The JPEG of an address; null if there is none.</summary>
    public byte[]? Read(Uri url)
    {
        if (mostBytes == 0)
            return null;

        try
        {
            var file = new FileInfo(PathOf(url));
            if (!file.Exists || time.GetUtcNow() - file.LastWriteTimeUtc > Keep)
                return null;

            // After a power cut a file may be there without its bytes.
            var jpeg = File.ReadAllBytes(file.FullName);
            return ImageProbe.Read(jpeg) is { Format: ImageFormat.Jpeg } && jpeg.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? jpeg : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the JPEG of an address; the oldest go when there are too many.</summary>
    public void Write(Uri url, byte[] jpeg)
    {
        if (mostBytes == 0)
            return;

        try
        {
            Directory.CreateDirectory(folder);
            var path = PathOf(url);
            MoveInto(path, jpeg);
            SweepWhenDue(jpeg.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("Pictures can't be kept in {Folder}: {Message}", folder, exception.Message);
        }
    }

    /// <summary>Leaves nothing behind when the disk is full: sweeping comes only after a write that succeeds.</summary>
    private void MoveInto(string path, byte[] jpeg)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            File.WriteAllBytes(unfinished, jpeg);
            File.SetLastWriteTimeUtc(unfinished, time.GetUtcNow().UtcDateTime);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Not every write looks through the folder: only each tenth of the bound, and the first.</summary>
    private void SweepWhenDue(long written)
    {
        lock (_sweeping)
        {
            _unswept = _unswept > mostBytes ? _unswept : _unswept + written;
            if (_unswept < mostBytes / 10)
                return;

            _unswept = 0;
            Sweep();
        }
    }

    /// <summary>Leaves nine tenths of the bound, so that what comes until the next sweep has room.</summary>
    private void Sweep()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var room = mostBytes / 10 * 9;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).ToArray())
        {
            var isPicture = file.Extension == Extension;
            if (!isPicture && file.Extension != Unfinished)
                continue;

            room -= isPicture ? file.Length : 0;
            if (isPicture ? room < 0 || now - file.LastWriteTimeUtc > Keep : now - file.LastWriteTimeUtc > Abandoned)
                file.Delete();
        }
    }

    private string PathOf(Uri url) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)), 0, 16) + Extension);
}
