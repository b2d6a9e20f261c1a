using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Host.Plugins;

/// <summary>A plugin that is in use.</summary>
internal sealed record LoadedPlugin(PluginManifest Manifest, PluginCalls Calls, HttpClient Http)
{
    /// <summary>Its adapter; null if it brings none.</summary>
    public IMessagingAdapter? Adapter { get; init; }

    /// <summary>Its network's accounts; empty if it brings none.</summary>
    public IReadOnlyList<IAffiliateNetwork> Networks { get; init; } = [];

    /// <summary>What the catalog lists from it; null for nothing.</summary>
    public CatalogSource? Source { get; init; }
}
