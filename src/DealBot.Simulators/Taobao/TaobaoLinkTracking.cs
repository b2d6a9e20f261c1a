using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary>What a search asked its links to carry.</summary>
/// <param name="Pid">The position, <c>mm_1_2_3</c>.</param>
/// <param name="RelationId">The channel; empty for none.</param>
internal sealed record TaobaoLinkTracking(string Pid, string RelationId)
    : LinkTracking("", RelationId.Length > 0 ? RelationId : AdzoneOf(Pid))
{
    public static string AdzoneOf(string pid) => pid[(pid.LastIndexOf('_') + 1)..];
}
