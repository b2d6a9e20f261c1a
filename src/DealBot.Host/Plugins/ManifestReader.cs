using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Host.Plugins;

/// <summary>Reads and judges the manifest of one folder. No code of the plugin runs for that.</summary>
internal static partial class ManifestReader
{
    private const long MostBytes = 256 * 1024;

    /// <exception cref="PluginFailureException">The plugin can't be used, and why.</exception>
    public static (PluginManifest Manifest, OptionSchema Schema) Read(string folder)
    {
        var file = Path.Combine(folder, PluginManifest.FileName);
        var manifest = Parse(file);
        CheckName(manifest.Name, Path.GetFileName(folder));
        CheckContract(manifest.Contract);
        if (Path.GetFileName(manifest.Assembly) != manifest.Assembly || !File.Exists(Path.Combine(folder, manifest.Assembly)))
        {
            throw new PluginFailureException("assembly_missing", new Phrase(
                $"目录里没有 {manifest.Assembly}（{PluginManifest.FileName} 的 assembly）；把 dotnet publish 的全部输出放进来",
                $"there is no {manifest.Assembly} in the folder (assembly of {PluginManifest.FileName}); put all that dotnet publish wrote into it"));
        }

        return (manifest, SchemaOf(manifest));
    }

    /// <summary>Whether a text can be a plugin's name: the same as for the built-in adapters.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    private static PluginManifest Parse(string file)
    {
        if (!File.Exists(file))
        {
            throw new PluginFailureException("manifest_missing", new Phrase($"目录里没有 {PluginManifest.FileName}", $"there is no {PluginManifest.FileName} in the folder"));
        }

        try
        {
            if (new FileInfo(file).Length > MostBytes)
            {
                throw new JsonException("too large");
            }

            using var document = JsonDocument.Parse(File.ReadAllText(file), ConfigurationJson.Document);
            var manifest = new JsonBinder(ConfigurationJson.Options, _ => PluginManifest.FileName).Bind<PluginManifest>(document.RootElement, out var faults);
            return manifest ?? throw BadManifest(new Phrase(
                string.Join('；', faults.Select(fault => fault.In(Language.Chinese))), string.Join("; ", faults.Select(fault => fault.In(Language.English)))));
        }
        catch (JsonException exception) when (exception.LineNumber is { } line)
        {
            throw BadManifest(new Phrase(
                $"{PluginManifest.FileName} 不是完整的 JSON（第 {line + 1} 行，第 {exception.BytePositionInLine + 1} 字节）：检查引号、逗号和括号",
                $"{PluginManifest.FileName} is not valid JSON (line {line + 1}, byte {exception.BytePositionInLine + 1}): check quotes, commas and brackets"), exception);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw BadManifest(new Phrase($"{PluginManifest.FileName} 读不了：{exception.Message}", $"{PluginManifest.FileName} can't be read: {exception.Message}"), exception);
        }
    }

    private static void CheckName(string name, string folder)
    {
        if (!IsName(name) || name != folder)
        {
            throw new PluginFailureException("name", new Phrase(
                $"名字 {name} 应和目录 {folder} 相同，小写字母开头，只有小写字母和数字",
                $"the name {name} should be that of the folder {folder}, begin with a small letter and have only small letters and digits"));
        }
    }

    private static void CheckContract(string wanted)
    {
        var (major, minor) = Parts(wanted) ?? throw BadManifest(new Phrase($"contract {wanted} 不是版本号，例如 {ContractVersion.Current}", $"contract {wanted} is no version; for example {ContractVersion.Current}"));
        var (ownMajor, ownMinor) = Parts(ContractVersion.Current)!.Value;
        if (major > ownMajor || (major == ownMajor && minor > ownMinor))
        {
            throw new PluginFailureException("contract_newer", new Phrase(
                $"插件需要 DealBot.Contracts {wanted}，这里是 {ContractVersion.Current}：升级 DealBot，或换用较早的插件",
                $"the plugin asks for DealBot.Contracts {wanted}, this is {ContractVersion.Current}: upgrade DealBot, or take an earlier version of the plugin"));
        }

        if (major < ownMajor)
        {
            throw new PluginFailureException("contract_older", new Phrase(
                $"插件是为 DealBot.Contracts {wanted} 做的，这里是 {ContractVersion.Current}，两者不兼容：换用较新的插件",
                $"the plugin was made for DealBot.Contracts {wanted}, this is {ContractVersion.Current}, which is not compatible: take a newer version of the plugin"));
        }
    }

    private static (int Major, int Minor)? Parts(string version) =>
        version.Split('.') is [var major, var minor]
        && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : null;

    private static OptionSchema SchemaOf(PluginManifest manifest)
    {
        try
        {
            return manifest.Options is { } schema ? OptionSchema.Parse(schema) : OptionSchema.Nothing;
        }
        catch (FormatException exception)
        {
            throw BadManifest(new Phrase($"options 不是能用的 JSON Schema：{exception.Message}", $"options is no JSON Schema that can be used: {exception.Message}"), exception);
        }
    }

    private static PluginFailureException BadManifest(Phrase reason, Exception? cause = null) => new("manifest_bad", reason, cause);

    [GeneratedRegex(@"\A[a-z][a-z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
