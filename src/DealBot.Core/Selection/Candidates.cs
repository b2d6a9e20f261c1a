using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>
/// Deals that may be chosen, to be taken best first. What was chosen makes others of its category count for less, all of them alike: so each
/// category is kept in its own order, and only the first of each are compared.
/// </summary>
internal sealed class Candidates(SelectionScope scope)
{
    private readonly Dictionary<string, Shelf> _shelves = [];

    public void Add(CatalogEntry entry)
    {
        if (!_shelves.TryGetValue(entry.Deal.Category, out var shelf))
        {
            _shelves[entry.Deal.Category] = shelf = new Shelf { Before = scope.RecentCategories.GetValueOrDefault(entry.Deal.Category) };
        }

        shelf.Waiting.Add((entry, new Rank(DealScore.Of(entry, scope, sameCategoryBefore: 0).Total, entry.Deal.Key)));
    }

    /// <summary>Takes out the best of all; null if none is left.</summary>
    public Pick? TakeBest()
    {
        var best = (Shelf: (Shelf?)null, Rank: default(Rank));
        foreach (var shelf in _shelves.Values)
        {
            if (shelf.First(scope) is { } rank && (best.Shelf is null || rank.CompareTo(best.Rank) < 0))
            {
                best = (shelf, rank);
            }
        }

        return best.Shelf?.Take() is { } entry ? new Pick(entry, DealScore.Of(entry, scope, best.Shelf.Before)) : null;
    }

    /// <summary>Notes that a deal was chosen.</summary>
    public void Chose(CatalogEntry entry) => _shelves[entry.Deal.Category].Before++;

    /// <summary>Equal scores fall to the smaller key, so that the same catalog always gives the same choice. The better one comes first.</summary>
    private readonly record struct Rank(double Total, DealKey Key) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => Total.CompareTo(other.Total) is not 0 and var order ? -order : Key.CompareTo(other.Key);
    }

    /// <summary>The deals of one category.</summary>
    private sealed class Shelf
    {
        private PriorityQueue<CatalogEntry, Rank>? _queue;

        public List<(CatalogEntry Entry, Rank Rank)> Waiting { get; } = [];

        /// <summary>How many of the category were there before: lately in the group, or chosen for this slot.</summary>
        public int Before { get; set; }

        /// <summary>The rank of the first one among all categories; null if the shelf is empty.</summary>
        public Rank? First(SelectionScope scope)
        {
            _queue ??= new PriorityQueue<CatalogEntry, Rank>(Waiting);
            return _queue.TryPeek(out _, out var rank) ? rank with { Total = rank.Total * DealScore.Diversity(scope, Before) } : null;
        }

        public CatalogEntry Take() => _queue!.Dequeue();
    }
}
