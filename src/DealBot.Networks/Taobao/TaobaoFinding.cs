using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>What a search for one item brought.</summary>
/// <param name="Hit">The item; empty if it is not among the hits. Without an id it is the only hit, and has no links.</param>
/// <param name="IsWhole">Whether all hits were seen, so that an item which is not among them is not offered.</param>
/// <param name="Refusal">Taobao's refusal; null if it answered.</param>
internal sealed record TaobaoFinding(WireNode Hit, bool IsWhole, WireReply? Refusal);
