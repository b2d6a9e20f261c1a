namespace DealBot.Core.Rendering.Images;

/// <summary>
/// What became of the last pictures, in memory: the picture itself, or that there is none, which is believed for a few minutes. Bounded; the
/// least recently used go first.
/// </summary>
public sealed class RecentPictures(TimeProvider time)
{
    private const int MostCharacters = 16 * 1024 * 1024;
    private const int MostEntries = 2_000;

    private static readonly TimeSpan MissingFor = TimeSpan.FromMinutes(5);

    private readonly Lock _access = new();
    private readonly Dictionary<Uri, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _characters;

    /// <summary>Whether the address is known, and its picture; null for a picture that is known to be missing.</summary>
    public bool TryGet(Uri url, out string? picture)
    {
        lock (_access)
        {
            if (_entries.TryGetValue(url, out var node))
            {
                if (node.Value.Picture is not null || time.GetUtcNow() < node.Value.Until)
                {
                    _byUse.Remove(node);
                    _byUse.AddFirst(node);
                    picture = node.Value.Picture;
                    return true;
                }

                Drop(node);
            }

            picture = null;
            return false;
        }
    }

    /// <summary>Remembers a picture, or with null that there is none.</summary>
    public void Keep(Uri url, string? picture)
    {
        lock (_access)
        {
            if (_entries.TryGetValue(url, out var old))
                Drop(old);

            _entries[url] = _byUse.AddFirst(new Entry(url, picture, time.GetUtcNow() + MissingFor));
            _characters += picture?.Length ?? 0;
            while (_entries.Count > 1 && (_characters > MostCharacters || _entries.Count > MostEntries))
                Drop(_byUse.Last!);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Url);
        _characters -= node.Value.Picture?.Length ?? 0;
    }

    private sealed record Entry(Uri Url, string? Picture, DateTimeOffset Until);
}
