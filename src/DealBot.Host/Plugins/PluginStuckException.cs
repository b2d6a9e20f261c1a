namespace DealBot.Host.Plugins;

/// <summary>A call into a plugin was not made, since too many before it hang.</summary>
internal sealed class PluginStuckException(string plugin) : Exception($"too many calls of plugin {plugin} hang");
