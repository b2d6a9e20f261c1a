using System.Globalization;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>What a conversion asked its orders to carry; empty texts and zero mean that it did not.</summary>
internal sealed record JdLinkTracking(string SubUnionId, long Position, string Pid, string Ext1, long SiteId)
    : LinkTracking(SubUnionId, Position == 0 ? "" : Position.ToString(CultureInfo.InvariantCulture));
