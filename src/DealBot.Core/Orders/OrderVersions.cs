using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>An order row in every version that came.</summary>
/// <param name="Network">Network name.</param>
/// <param name="RowId">The network's key of the row, or a stand-in for one that shows none.</param>
/// <param name="Account">The account through which the latest version came.</param>
/// <param name="Versions">The versions in the order in which they came; at least one.</param>
public sealed record OrderVersions(string Network, string RowId, string Account, IReadOnlyList<OrderVersion> Versions)
{
    /// <summary>
    /// What the versions come to, as the network reads them today: the one modified last holds, of several of one moment the one that came last.
    /// Null if none can be read.
    /// </summary>
    public OrderUpdate? Read(IAffiliateNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Versions
            .Select(version => (version.Number, Order: network.ReadOrder(version.Raw, version.ModifiedAt)))
            .Where(version => version.Order is not null)
            .OrderBy(version => version.Order!.ModifiedAt).ThenBy(version => version.Number)
            .LastOrDefault().Order;
    }
}
