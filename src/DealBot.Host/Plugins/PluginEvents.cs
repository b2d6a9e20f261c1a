namespace DealBot.Host.Plugins;

/// <summary>What the log says of plugins. The numbers 1220 to 1239 are theirs and never change their meaning.</summary>
internal static partial class PluginEvents
{
    [LoggerMessage(1220, LogLevel.Error, "Plugin {Plugin} is left out ({Code}): {Reason}")]
    public static partial void LeftOut(this ILogger logger, Exception? exception, string plugin, string code, string reason);

    [LoggerMessage(1221, LogLevel.Information, "Plugin {Plugin} {Version} is loaded, made for contract {Contract}")]
    public static partial void Loaded(this ILogger logger, string plugin, string version, string contract);

    [LoggerMessage(1222, LogLevel.Error, "Plugin {Plugin} threw in {Member}")]
    public static partial void Threw(this ILogger logger, Exception exception, string plugin, string member);

    [LoggerMessage(1223, LogLevel.Error, "Plugin {Plugin} did not answer {Member} within {Seconds} s; calls that hang: {Hung}")]
    public static partial void Hangs(this ILogger logger, string plugin, string member, double seconds, int hung);

    [LoggerMessage(1224, LogLevel.Warning, "Plugin {Plugin} answered {Member} after all, too late")]
    public static partial void Late(this ILogger logger, string plugin, string member);

    [LoggerMessage(1225, LogLevel.Warning, "Plugin {Plugin} listed an item of another network, which is left out: {Item}")]
    public static partial void ForeignItem(this ILogger logger, string plugin, string item);
}
