using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>One network's channels that are synced.</summary>
/// <param name="Network">An account of the network; deals are the same for all accounts.</param>
/// <param name="Queries">What is listed.</param>
public sealed record CatalogSource(IAffiliateNetwork Network, IReadOnlyList<DealQuery> Queries)
{
    /// <summary>Further accounts of the network: the next one lists where the one before is refused.</summary>
    public IReadOnlyList<IAffiliateNetwork> Standby { get; init; } = [];
}
