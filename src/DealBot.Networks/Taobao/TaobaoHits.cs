using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>A page of a search.</summary>
/// <param name="Rows">The hits.</param>
/// <param name="Total">How many there are on all pages; null if not told.</param>
internal sealed record TaobaoHits(IReadOnlyList<WireNode> Rows, int? Total);
