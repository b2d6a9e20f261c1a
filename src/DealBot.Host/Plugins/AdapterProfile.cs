using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>What a plugin's adapter says of itself, read once while it was loaded.</summary>
internal sealed record AdapterProfile(AdapterLimits Limits, IReadOnlyCollection<string> Endpoints);
