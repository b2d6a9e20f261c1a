using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>Makes a plugin's entry object. Its type is named in the manifest: nothing is searched for.</summary>
internal static class PluginEntry
{
    public static IPlugin Make(PluginCandidate candidate)
    {
        var assembly = new PluginLoadContext(candidate.AssemblyPath).LoadFromAssemblyPath(candidate.AssemblyPath);
        var name = candidate.Manifest.Entry;
        var type = assembly.GetType(name) ?? throw Bad(new Phrase(
            $"{candidate.Manifest.Assembly} 里没有类型 {name}（{PluginManifest.FileName} 的 entry）", $"{candidate.Manifest.Assembly} has no type {name} (entry of {PluginManifest.FileName})"));
        if (!typeof(IAdapterPlugin).IsAssignableFrom(type) && !typeof(INetworkPlugin).IsAssignableFrom(type))
        {
            throw Bad(new Phrase($"类型 {name} 既没有实现 {nameof(IAdapterPlugin)}，也没有实现 {nameof(INetworkPlugin)}", $"type {name} implements neither {nameof(IAdapterPlugin)} nor {nameof(INetworkPlugin)}"));
        }

        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw Bad(new Phrase($"类型 {name} 没有公开的无参构造函数", $"type {name} has no public constructor without parameters"));
        }

        return (IPlugin)Activator.CreateInstance(type)!;
    }

    /// <summary>Groups, accounts and records go by the plugin's name: what it makes must not go by another's.</summary>
    public static void CheckName(string plugin, string? made)
    {
        if (made != plugin)
        {
            throw new PluginFailureException("name", new Phrase($"它的适配器或联盟叫 {made}，应叫 {plugin}", $"its adapter or network is named {made}; it should be {plugin}"));
        }
    }

    private static PluginFailureException Bad(Phrase reason) => new("entry", reason);
}
