namespace DealBot.Host.Plugins;

/// <summary>A call into a plugin has no answer within its time. Whether it did something is not known.</summary>
internal sealed class PluginHangsException(string plugin) : Exception($"plugin {plugin} did not answer in time");
