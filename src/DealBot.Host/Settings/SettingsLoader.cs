using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace DealBot.Host.Settings;

/// <summary>Reads appsettings.json and environment variables into <see cref="HostSettings"/>, with every fault at once.</summary>
public static class SettingsLoader
{
    /// <summary>The section that is DealBot's own; Serilog reads its own.</summary>
    public const string Section = "DealBot";

    private const string FileName = "appsettings.json";

    /// <summary>Layers the file and the environment.</summary>
    /// <exception cref="InvalidDataException">The file is no JSON; the message says where.</exception>
    public static IConfigurationRoot Read(string path) => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath(path), optional: false, reloadOnChange: false)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Binds and checks the section.</summary>
    public static (HostSettings? Settings, IReadOnlyList<ConfigurationFault> Faults) Bind(IConfiguration configuration)
    {
        var file = FileOf(configuration);
        string Origin(string path) => OriginOf(path, file);
        var section = configuration.GetSection(Section);
        var root = ToJson(section) as JsonObject ?? [];
        var binder = new JsonBinder(ConfigurationJson.TextValues, Origin);
        var settings = binder.Bind<HostSettings>(JsonSerializer.SerializeToElement(root), out var faults, $"$.{Section}");
        if (settings is null)
        {
            return (null, faults);
        }

        faults = [.. SettingsValidator.Validate(settings).Select(fault => new ConfigurationFault(
            Origin($"$.{Section}.{fault.Path}"), $"$.{Section}.{fault.Path}", fault.Value, fault.Problem, fault.Remedy))];
        return (faults.Count == 0 ? settings with { FileName = file } : null, faults);
    }

    /// <summary>Where the value at a path came from: the environment variable that overrides it, or the file.</summary>
    internal static string OriginOf(string path, string file) => VariableOf(path) ?? file;

    private static JsonNode? ToJson(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            return string.IsNullOrEmpty(section.Value) ? null : JsonValue.Create(section.Value);
        }

        if (children.Select((child, index) => child.Key == index.ToString(CultureInfo.InvariantCulture)).All(isNext => isNext))
        {
            // A list has all places from 0; an object may be keyed by the numbers of groups.
            return new JsonArray([.. children.Select(ToJson)]);
        }

        var node = new JsonObject();
        foreach (var child in children)
        {
            // An empty object, array or text says nothing; the default holds.
            if (ToJson(child) is { } value)
            {
                node[child.Key] = value;
            }
        }

        return node;
    }

    /// <summary>The environment variable that a value came from, if one did. An entry of a list is written <c>Hosts__0</c>.</summary>
    private static string? VariableOf(string path)
    {
        var name = path["$.".Length..].Replace(".", "__", StringComparison.Ordinal).Replace("[", "__", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var variable = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));
        return variable is null ? null : $"env:{variable}";
    }

    private static string FileOf(IConfiguration configuration) =>
        (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>().FirstOrDefault()?.Source.Path ?? FileName;
}
