using System.Collections.Frozen;
using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>The deals to choose from, held in memory and swapped whole after each sync, so that selection never waits for a disk.</summary>
public sealed class DealCatalog(ICatalogStore store, TimeProvider time)
{
    /// <summary>A deal not seen for this long is taken for gone.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromHours(6);

    private volatile Snapshot _snapshot = Snapshot.Empty;

    /// <summary>Deals by key order.</summary>
    public IReadOnlyList<CatalogEntry> Entries => _snapshot.Entries;

    public CatalogEntry? Find(DealKey key) => _snapshot.ByKey.GetValueOrDefault(key);

    /// <summary>Reads the deals seen lately from the store.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var deals = await store.LoadAsync(time.GetUtcNow() - Freshness, cancellationToken).ConfigureAwait(false);
        var entries = deals.Select(CatalogEntry.Of).ToArray();
        _snapshot = new Snapshot(entries, entries.ToFrozenDictionary(entry => entry.Deal.Key));
    }

    private sealed record Snapshot(IReadOnlyList<CatalogEntry> Entries, FrozenDictionary<DealKey, CatalogEntry> ByKey)
    {
        public static readonly Snapshot Empty = new([], FrozenDictionary<DealKey, CatalogEntry>.Empty);
    }
}
