namespace DealBot.Templating.Runtime;

/// <summary>
/// Named values in order. Few names are searched one by one, more by hash. A caller that keeps the position of its last find finds
/// the same name in another table of the same layout at the first try.
/// </summary>
internal struct MemberTable
{
    /// <summary>Up to so many names comparing them one by one is faster than hashing the one looked for.</summary>
    private const int LargestUnindexed = 8;

    private Entry[]? _entries;

    /// <summary>One more than the position of the first entry of each bucket; null while the table is small.</summary>
    private int[]? _buckets;

    public int Count { get; private set; }

    public readonly string NameAt(int position) => _entries![position].Name;

    public readonly object? ValueAt(int position) => _entries![position].Value;

    /// <summary>The position of the name, or -1. The guess may be any number.</summary>
    public readonly int Find(string name, int guess = 0) =>
        (uint)guess < (uint)Count && _entries![guess].Name == name ? guess : Search(name);

    /// <summary>Sets the value of the name; returns its position.</summary>
    public int Set(string name, int guess, object? value)
    {
        var position = Find(name, guess);
        if (position < 0)
        {
            Append(name, value);
            return Count - 1;
        }

        _entries![position].Value = value;
        return position;
    }

    public bool Remove(string name)
    {
        var position = Find(name);
        if (position < 0)
            return false;
        Count--;
        Array.Copy(_entries!, position + 1, _entries!, position, Count - position);
        _entries![Count] = default;
        if (_buckets is not null)
            Index(_buckets.Length);
        return true;
    }

    public readonly MemberTable Clone() => new()
    {
        Count = Count,
        _entries = _entries?.AsSpan(0, Count).ToArray(),
        _buckets = _buckets?.AsSpan().ToArray(),
    };

    private readonly int Search(string name)
    {
        if (_buckets is not null)
            return SearchBucket(name);
        for (var i = 0; i < Count; i++)
            if (_entries![i].Name == name)
                return i;
        return -1;
    }

    private readonly int SearchBucket(string name)
    {
        var hash = name.GetHashCode();
        var position = _buckets![hash & (_buckets.Length - 1)] - 1;
        while (position >= 0 && (_entries![position].Hash != hash || _entries[position].Name != name))
            position = _entries[position].Next;
        return position;
    }

    private void Append(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_entries is null || Count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _entries[Count] = new Entry { Name = name, Value = value };
        Count++;
        if (Count > LargestUnindexed && (_buckets is null || Count > _buckets.Length))
            Index(_entries.Length * 2);
        else if (_buckets is not null)
            Link(Count - 1);
    }

    /// <summary>Rebuilds the buckets, whose number is a power of two.</summary>
    private void Index(int size)
    {
        _buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size)];
        for (var i = 0; i < Count; i++)
            Link(i);
    }

    private readonly void Link(int position)
    {
        ref var entry = ref _entries![position];
        entry.Hash = entry.Name.GetHashCode();
        ref var bucket = ref _buckets![entry.Hash & (_buckets.Length - 1)];
        entry.Next = bucket - 1;
        bucket = position + 1;
    }

    private struct Entry
    {
        public string Name;
        public object? Value;
        public int Hash;
        public int Next;
    }
}
