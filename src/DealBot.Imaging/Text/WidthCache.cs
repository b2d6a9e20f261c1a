using System.Collections.Concurrent;

namespace DealBot.Imaging.Text;

/// <summary>Widths of runs in one face. Reading takes no lock; the native measure behind it is asked by one thread at a time.</summary>
internal sealed class WidthCache(Func<ReadOnlySpan<char>, double> measure)
{
    // Some 8 000 characters of everyday Chinese and as many words and prices: about 2 MB. Then it starts anew.
    private const int Most = 16_384;

    private readonly ConcurrentDictionary<string, double> _widths = new(StringComparer.Ordinal);
    private readonly Lock _native = new();

    public double Of(ReadOnlySpan<char> run)
    {
        var lookup = _widths.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(run, out var known))
            return known;

        lock (_native)
        {
            var width = measure(run);
            // Counting takes every lock of the dictionary, but only a new run pays for it.
            if (_widths.Count >= Most)
                _widths.Clear();
            lookup[run] = width;
            return width;
        }
    }
}
