using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>
/// The lowest final price of every day on which an item was seen: what is said of its price is made from nothing else. A day on which it
/// was not seen is not in it. Kept packed, a few bytes for each change of price: a hundred thousand of them are held in memory.
/// </summary>
public sealed class PriceHistory
{
    /// <summary>No day at all.</summary>
    public static readonly PriceHistory None = new([]);

    /// <summary>Two years; the oldest beyond them are dropped. Counted, not reckoned from the newest: a clock that once ran ahead must not end all memory.</summary>
    private const int MostDays = 731;

    private readonly byte[] _packed;

    private PriceHistory(byte[] packed) => _packed = packed;

    /// <summary>The bytes that <see cref="Unpack"/> reads.</summary>
    public ReadOnlyMemory<byte> Packed => _packed;

    /// <summary>The last day; 0 if there is none.</summary>
    public int LastDay => Runs is [.., var last] ? last.End - 1 : 0;

    /// <summary>Days with their lows, the earliest first.</summary>
    public IEnumerable<PriceDay> Days => Runs.SelectMany(run => Enumerable.Range(run.First, run.Length).Select(day => new PriceDay(day, new Money(run.Fen))));

    /// <summary>The days as runs, the earliest first.</summary>
    internal List<PriceRun> Runs => PriceRuns.Unpack(_packed);

    /// <summary>Reads what <see cref="Packed"/> gave.</summary>
    public static PriceHistory Unpack(byte[] packed) => new(packed);

    /// <summary>The history of some sightings in any order.</summary>
    public static PriceHistory Of(IEnumerable<PriceDay> days) => days.Aggregate(None, (history, day) => history.With(day));

    /// <summary>With one more sighting; of a day the lowest counts. The same instance if nothing changes by it.</summary>
    public PriceHistory With(PriceDay seen)
    {
        var runs = Runs;
        if (seen is not { Day: >= 0, Low.Fen: >= 0 } || runs.Exists(run => run.First <= seen.Day && seen.Day < run.End && run.Fen <= seen.Low.Fen))
        {
            return this;
        }

        return runs.Count == 0 || runs[^1].End <= seen.Day
            ? Packing(runs, [seen])
            : Packing([], [.. Days.Where(day => day.Day != seen.Day).Append(seen).OrderBy(day => day.Day)]);
    }

    /// <summary>Runs with days after them.</summary>
    private static PriceHistory Packing(List<PriceRun> runs, IReadOnlyList<PriceDay> days)
    {
        foreach (var (day, low) in days)
        {
            if (runs.Count > 0 && runs[^1] is var last && last.End == day && last.Fen == low.Fen)
            {
                runs[^1] = last with { Length = last.Length + 1 };
            }
            else
            {
                runs.Add(new PriceRun(day, 1, low.Fen));
            }
        }

        Shorten(runs);
        return new PriceHistory(PriceRuns.Pack(runs));
    }

    private static void Shorten(List<PriceRun> runs)
    {
        for (var over = runs.Sum(run => run.Length) - MostDays; over > 0;)
        {
            var first = runs[0];
            var cut = Math.Min(over, first.Length);
            runs[0] = first with { First = first.First + cut, Length = first.Length - cut };
            runs.RemoveRange(0, runs[0].Length == 0 ? 1 : 0);
            over -= cut;
        }
    }
}
