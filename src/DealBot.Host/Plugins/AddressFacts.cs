using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>What a plugin's adapter says of an address. It is asked once: settings do not change while it runs.</summary>
internal sealed record AddressFacts(bool IsKnown, string Account, AdapterLimits Limits);
