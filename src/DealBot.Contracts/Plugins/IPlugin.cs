using System.Text.Json;

namespace DealBot.Contracts;

/// <summary>
/// What a plugin's entry type implements, as <see cref="IAdapterPlugin"/>, <see cref="INetworkPlugin"/> or both. It is made once, at the start, with
/// its constructor without parameters. All members together have to be done within the host's time limit (<c>PluginLoadSeconds</c>); one that
/// throws or takes longer leaves the plugin out, and the host goes on without it.
/// </summary>
public interface IPlugin
{
    /// <summary>
    /// Names what the manifest's schema can't say is wrong, without calling anybody. A fault stops the start, as any other of the settings does.
    /// </summary>
    /// <param name="options">The plugin's options, an object that the schema has passed: numbers and truths as such, defaults filled in.</param>
    /// <returns>The faults, their paths relative to the options; none if the options can be used.</returns>
    IEnumerable<OptionFault> Validate(JsonElement options) => [];
}
