using System.Collections.Frozen;
using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>The deals to choose from, held in memory and swapped whole after each sync, so that selection never waits for a disk.</summary>
public sealed class DealCatalog(ICatalogStore store, CatalogOptions options, TimeProvider time)
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
        var now = time.GetUtcNow();
        var seen = await store.LoadAsync(now - Freshness, cancellationToken).ConfigureAwait(false);
        var today = PriceDay.NumberOf(now);
        var entries = seen.Select(it => CatalogEntry.Of(it.Deal, it.Prices, FactsOf(it.Prices, it.Deal.FinalPrice, today))).ToArray();
        _snapshot = new Snapshot(entries, entries.ToFrozenDictionary(entry => entry.Deal.Key));
    }

    /// <summary>What may be said now of a deal's price, which may be another than when the catalog was read.</summary>
    public PriceFacts FactsOf(Deal deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return Find(deal.Key) is { } entry ? FactsOf(entry.Prices, deal.FinalPrice, PriceDay.NumberOf(time.GetUtcNow())) : PriceFacts.None;
    }

    private PriceFacts FactsOf(PriceHistory prices, Money price, int today) => PriceFacts.Of(prices, price, today, options.LowAfterDays);

    private sealed record Snapshot(IReadOnlyList<CatalogEntry> Entries, FrozenDictionary<DealKey, CatalogEntry> ByKey)
    {
        public static readonly Snapshot Empty = new([], FrozenDictionary<DealKey, CatalogEntry>.Empty);
    }
}
