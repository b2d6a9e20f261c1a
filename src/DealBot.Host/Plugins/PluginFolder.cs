using System.Text.Json;
using DealBot.Contracts;
using DealBot.Host.Settings;

namespace DealBot.Host.Plugins;

/// <summary>The folder of plugins, each in a folder of its own. Reads what can be read without running their code.</summary>
internal static class PluginFolder
{
    /// <summary>Every plugin that has a folder or settings, in the order of names.</summary>
    public static IEnumerable<string> Names(HostSettings settings) =>
        FoldersOf(settings).Concat(IsUsed(settings) ? settings.Plugins.Keys : []).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    /// <exception cref="PluginFailureException">The plugin can't be used, and why.</exception>
    public static PluginCandidate Read(HostSettings settings, string name)
    {
        var folder = Path.Combine(settings.PluginDirectory, name);
        if (!Directory.Exists(folder))
        {
            throw new PluginFailureException("folder_missing", new Phrase(
                $"DealBot:Plugins 里有它的选项，但没有目录 {folder}", $"it has options under DealBot:Plugins, but there is no folder {folder}"));
        }

        var (manifest, schema) = ManifestReader.Read(folder);
        return new PluginCandidate(folder, manifest, OptionReader.Read(schema, OptionsOf(settings, name)));
    }

    /// <summary>What the schemas of plugins call secret. Whatever else is wrong with a plugin is told when it is loaded.</summary>
    public static IEnumerable<string> Secrets(HostSettings settings)
    {
        foreach (var name in Names(settings))
        {
            IReadOnlyList<string> secrets;
            try
            {
                secrets = Read(settings, name).Options.Secrets;
            }
            catch (PluginFailureException)
            {
                continue;
            }

            foreach (var secret in secrets)
            {
                yield return secret;
            }
        }
    }

    private static JsonElement? OptionsOf(HostSettings settings, string name) =>
        settings.Plugins.FirstOrDefault(plugin => string.Equals(plugin.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found ? found.Value : null;

    private static IEnumerable<string> FoldersOf(HostSettings settings) => IsUsed(settings) && Directory.Exists(settings.PluginDirectory)
        ? Directory.EnumerateDirectories(settings.PluginDirectory).Select(folder => Path.GetFileName(folder)).Where(name => !name.StartsWith('.'))
        : [];

    private static bool IsUsed(HostSettings settings) => settings.PluginDirectory.Length > 0;
}
