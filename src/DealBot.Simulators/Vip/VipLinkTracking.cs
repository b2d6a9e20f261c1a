using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>What a conversion asked its orders to carry; empty texts mean that it did not.</summary>
internal sealed record VipLinkTracking(string StatParam, string ChanTag, string OpenId, string AdCode) : LinkTracking(StatParam, ChanTag);
