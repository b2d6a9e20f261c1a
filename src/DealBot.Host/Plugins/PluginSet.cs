using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Host.Plugins;

/// <summary>What became of the plugin folder.</summary>
internal sealed class PluginSet : IDisposable
{
    /// <summary>No plugins at all.</summary>
    public static PluginSet Empty => new();

    public IReadOnlyList<LoadedPlugin> Loaded { get; init; } = [];

    /// <summary>Those left out.</summary>
    public IReadOnlyList<PluginFailure> Failures { get; init; } = [];

    /// <summary>What is wrong with their options: faults of the settings like any other.</summary>
    public IReadOnlyList<ConfigurationFault> OptionFaults { get; init; } = [];

    /// <summary>Names that groups and owners may use although nothing stands behind them.</summary>
    public IEnumerable<string> Absent => Failures.Where(failure => failure.Code != PluginLoader.NameTaken).Select(failure => failure.Plugin);

    /// <summary>Adapters, and stand-ins for those of plugins that were left out.</summary>
    public IEnumerable<IMessagingAdapter> Adapters =>
        [.. Loaded.Select(plugin => plugin.Adapter).OfType<IMessagingAdapter>(), .. Failures.Where(failure => Absent.Contains(failure.Plugin)).Select(failure => new AbsentAdapter(failure))];

    public void Dispose()
    {
        foreach (var plugin in Loaded)
        {
            plugin.Http.Dispose();
        }
    }
}
