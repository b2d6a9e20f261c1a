namespace DealBot.Simulators.Shoppers;

/// <summary>
/// A small generator (FNV-1a for the seed, SplitMix64 for the numbers) that gives the same numbers on every machine and in every
/// process, which neither <see cref="string.GetHashCode()"/> nor <see cref="Random"/> promises.
/// </summary>
internal sealed class StableRandom
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private ulong _state;

    public StableRandom(params ReadOnlySpan<object> seeds) => _state = Hash(seeds);

    /// <summary>Whole numbers and texts only; anything else counts by its invariant text.</summary>
    public static ulong Hash(params ReadOnlySpan<object> seeds)
    {
        var hash = FnvOffset;
        foreach (var seed in seeds)
        {
            hash = seed switch
            {
                int number => Add(hash, (ulong)number),
                long number => Add(hash, (ulong)number),
                ulong number => Add(hash, number),
                string text => Add(hash, text),
                _ => Add(hash, FormattableString.Invariant($"{seed}")),
            };
        }

        return Mix(hash);
    }

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>A number from 0 up to and without <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(NextBits() % (ulong)limit);

    /// <summary>A number between both, both included.</summary>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <summary>A fraction from 0 up to and without 1.</summary>
    public double NextFraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => NextFraction() < probability;

    public TimeSpan Between(TimeSpan from, TimeSpan to) =>
        TimeSpan.FromSeconds(Math.Round((from + ((to - from) * NextFraction())).TotalSeconds));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    private static ulong Add(ulong hash, ulong number)
    {
        for (var shift = 0; shift < 64; shift += 8)
            hash = (hash ^ ((number >> shift) & 0xFF)) * FnvPrime;
        return hash;
    }

    // The length keeps ("ab", "c") apart from ("a", "bc").
    private static ulong Add(ulong hash, string text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * FnvPrime;
        return Add(hash, (ulong)text.Length);
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
