namespace DealBot.Simulators.Jd;

/// <summary>What a conversion asked its orders to carry; empty texts and zero mean that it did not.</summary>
internal sealed record JdLinkTracking(string SubUnionId, long PositionId, string Pid, string Ext1, long SiteId);
