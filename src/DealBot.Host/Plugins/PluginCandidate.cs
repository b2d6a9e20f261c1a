namespace DealBot.Host.Plugins;

/// <summary>A plugin of which everything but its code has been read and found good.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Options">Its options, without faults.</param>
internal sealed record PluginCandidate(string Folder, PluginManifest Manifest, OptionReader Options)
{
    public string AssemblyPath => Path.GetFullPath(Path.Combine(Folder, Manifest.Assembly));
}
