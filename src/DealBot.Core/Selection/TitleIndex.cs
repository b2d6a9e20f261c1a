namespace DealBot.Core.Selection;

/// <summary>
/// Titles indexed by their letter pairs. Looking a title up costs its own length, however many titles there are: with hundreds posted and
/// thousands to choose from, comparing each with each would be the better part of a slot's time.
/// </summary>
internal sealed class TitleIndex
{
    private readonly Dictionary<int, List<int>> _titlesByPair = [];
    private readonly int[] _sizes;
    private readonly int[] _shared;

    public TitleIndex(IReadOnlyList<TitleShingles> titles)
    {
        _sizes = [.. titles.Select(title => title.Pairs.Length)];
        _shared = new int[titles.Count];
        for (var number = 0; number < titles.Count; number++)
        {
            foreach (var pair in titles[number].Pairs)
            {
                (_titlesByPair.TryGetValue(pair, out var known) ? known : _titlesByPair[pair] = []).Add(number);
            }
        }
    }

    /// <summary>Whether any of the titles is nearly this one. Not for several threads at once: the counters are kept between calls.</summary>
    public bool HasNearly(TitleShingles title)
    {
        Array.Clear(_shared);
        var near = false;
        foreach (var pair in title.Pairs)
        {
            foreach (var number in _titlesByPair.GetValueOrDefault(pair) ?? [])
            {
                near |= TitleShingles.IsNear(++_shared[number], title.Pairs.Length, _sizes[number]);
            }
        }

        return near;
    }
}
