using DealBot.Core.Clicks;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage.Journal;

/// <summary>Reads the journals of a folder, also while they are written and by another process than the writer's.</summary>
public sealed class ClickBacklog(JournalOptions options, ILogger<ClickBacklog> logger) : IClickBacklog
{
    private const int ReadBytes = 256 * 1024;

    public IReadOnlyList<string> Journals() => [.. JournalFile.All(options.Folder).Select(file => file.Journal).Distinct()];

    public ClickBatch Read(JournalPosition from, int most)
    {
        ArgumentNullException.ThrowIfNull(from);

        // Listed before anything is read: a file that has a successor by now will not grow any more.
        var files = FilesOf(from.Journal).Where(file => file.Segment >= from.Segment).ToList();
        if (files.Count == 0)
        {
            return new ClickBatch([], from);
        }

        var (file, offset) = (files[0], files[0].Segment == from.Segment ? from.Offset : 0);
        var (clicks, end, unread) = Read(file, offset, most);
        if (clicks.Count < most && files.Count > 1 && end - offset < ReadBytes - ClickRecord.MostBytes)
        {
            if (unread > 0)
            {
                ClickEvents.Unreadable(logger, file.Journal, file.Segment, unread);
            }

            return new ClickBatch(clicks, new JournalPosition(from.Journal, files[1].Segment, 0));
        }

        return new ClickBatch(clicks, new JournalPosition(from.Journal, file.Segment, end));
    }

    public bool Discard(JournalPosition reached)
    {
        ArgumentNullException.ThrowIfNull(reached);
        var files = FilesOf(reached.Journal);
        foreach (var file in files.Where(file => file.Segment < reached.Segment))
        {
            File.Delete(file.Path);
        }

        return files.All(file => file.Segment <= reached.Segment) && TryDiscardLast(reached);
    }

    /// <summary>Deletes the last file if nobody writes it any more and nothing new is in it.</summary>
    private bool TryDiscardLast(JournalPosition reached)
    {
        var file = JournalFile.In(options.Folder, reached.Journal, reached.Segment);
        try
        {
            // The writer holds the file as long as he lives. Once he is gone, what can be read is all there will ever be.
            using (new FileStream(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                // Nothing to do with it: it is held.
            }

            if (Read(file, reached.Offset, 1).Clicks.Count > 0)
            {
                return false;
            }

            File.Delete(file.Path);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private List<JournalFile> FilesOf(string journal) => [.. JournalFile.All(options.Folder).Where(file => file.Journal == journal)];

    /// <summary>Reads clicks up to the first that is not whole.</summary>
    /// <returns>The clicks, where they end, and how many bytes behind are not zero.</returns>
    private static (List<Click> Clicks, long End, long Unread) Read(JournalFile file, long offset, int most)
    {
        var buffer = new byte[ReadBytes];
        using var handle = File.OpenHandle(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = buffer.AsSpan(0, RandomAccess.Read(handle, buffer, offset));
        var clicks = new List<Click>();
        var at = 0;
        while (clicks.Count < most && ClickRecord.TryRead(bytes[at..], out var click) is var length and > 0)
        {
            clicks.Add(click!);
            at += length;
        }

        return (clicks, offset + at, bytes[at..].Length - bytes[at..].Count((byte)0));
    }
}
