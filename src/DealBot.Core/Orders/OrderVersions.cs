namespace DealBot.Core.Orders;

/// <summary>An order row in every version that came.</summary>
/// <param name="Network">Network name.</param>
/// <param name="RowId">The network's key of the row, or a stand-in for one that shows none.</param>
/// <param name="Account">The account through which the latest version came.</param>
/// <param name="Versions">The versions in the order in which they came; at least one.</param>
public sealed record OrderVersions(string Network, string RowId, string Account, IReadOnlyList<OrderVersion> Versions);
