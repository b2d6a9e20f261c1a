namespace DealBot.Host.Plugins;

/// <summary>What a plugin may ask for beside its context: the log, whose types the contract can't name.</summary>
internal sealed class PluginServices(ILoggerFactory loggers) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? loggers : null;
}
