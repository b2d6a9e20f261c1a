using System.Globalization;
using System.Security.Cryptography;
using DealBot.Core.Clicks;

namespace DealBot.Storage.Journal;

/// <summary>
/// Writes clicks one behind the other into files of a fixed length, filled with zeros beforehand so that a write changes nothing but
/// data. Each start writes a journal of its own and never touches those before; a file in which a write failed is left as it is and
/// the next one begun, since nobody can say what of it is on the disk.
/// </summary>
public sealed class ClickJournal(JournalOptions options, TimeProvider time) : IClickJournal, IDisposable
{
    private byte[] _buffer = new byte[64 * 1024];
    private string? _journal;
    private long _nextSegment;
    private FileStream? _file;
    private long _length;

    public void Append(IReadOnlyList<Click> clicks)
    {
        ArgumentNullException.ThrowIfNull(clicks);
        var bytes = Encode(clicks);
        if (bytes.Length > options.SegmentBytes)
        {
            throw new IOException($"{bytes.Length} bytes of clicks are more than a file takes");
        }

        if (_file is null || _length + bytes.Length > options.SegmentBytes)
        {
            Roll();
        }

        try
        {
            RandomAccess.Write(_file!.SafeFileHandle, bytes, _length);
            if (options.SyncEveryGroup)
            {
                DataSync.Wait(_file.SafeFileHandle);
            }
        }
        catch
        {
            Leave();
            throw;
        }

        _length += bytes.Length;
    }

    public void Dispose() => Leave();

    private ReadOnlySpan<byte> Encode(IReadOnlyList<Click> clicks)
    {
        var length = 0;
        for (var i = 0; i < clicks.Count; i++)
        {
            if (_buffer.Length - length < ClickRecord.MostBytes)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            length += ClickRecord.Write(clicks[i], _buffer.AsSpan(length));
        }

        return _buffer.AsSpan(0, length);
    }

    /// <summary>Begins the next file. It gets its name, under which it is found and may be deleted, once it is whole, and is synced before it takes clicks.</summary>
    private void Roll()
    {
        Leave();
        Directory.CreateDirectory(options.Folder);
        if ((JournalFile.All(options.Folder).Count + 1L) * options.SegmentBytes > options.MostBytes)
        {
            throw new IOException($"{options.MostBytes / 1024 / 1024} MB of clicks wait for the database");
        }

        _journal ??= NewName();
        var file = JournalFile.In(options.Folder, _journal, _nextSegment);
        var stream = new FileStream(file.Unready, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            RandomAccess.Write(stream.SafeFileHandle, new byte[options.SegmentBytes], 0);
            File.Move(file.Unready, file.Path);

            // After the file has got its name, which goes to the disk with it. The other way round a power cut within seconds would take the name back,
            // since the syncs of clicks are of data alone, and nobody looks into a file that is not ready.
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }
        catch
        {
            stream.Dispose();
            File.Delete(file.Unready);
            File.Delete(file.Path);
            throw;
        }

        (_file, _length, _nextSegment) = (stream, 0, _nextSegment + 1);
    }

    private void Leave()
    {
        _file?.Dispose();
        _file = null;
    }

    private string NewName() => string.Create(
        CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcDateTime:yyyyMMddTHHmmss}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
}
