using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>Keeps deals and every price seen of them.</summary>
public interface ICatalogStore
{
    /// <summary>Takes over deals as seen, and keeps each price that differs from the last one as an observation, and the lowest of each day.</summary>
    Task RecordAsync(IReadOnlyCollection<Deal> deals, CancellationToken cancellationToken);

    /// <summary>Deals seen since a moment, by key, with the prices that they had.</summary>
    Task<IReadOnlyList<SeenDeal>> LoadAsync(DateTimeOffset seenSince, CancellationToken cancellationToken);
}
