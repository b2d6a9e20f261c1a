using System.Text.Json;
using DealBot.ContractKit;
using DealBot.Host.Plugins;
using DealBot.Host.Settings;

namespace DealBot.Host.Tests.Plugins;

/// <summary>A folder of plugins made for one test.</summary>
internal sealed class PluginStage : IDisposable
{
    private readonly TempFolder _folder = new();

    public ManualTime Time { get; } = new();

    public LogLines Log { get; } = new();

    public string Path => _folder.Path;

    /// <summary>Options by plugin, as the settings hold them: every value a text.</summary>
    public Dictionary<string, JsonElement> Options { get; } = [];

    public HostSettings Settings => new() { PluginDirectory = _folder.Path, Plugins = Options };

    /// <summary>Writes a plugin whose code is compiled here. Its entry type is <c>Entry</c>.</summary>
    public string Add(string name, string code, string? manifest = null)
    {
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        PluginCompiler.Compile(System.IO.Path.Combine(folder, $"{name}.dll"), code);
        File.WriteAllText(System.IO.Path.Combine(folder, "plugin.json"), manifest ?? Manifest(name));
        return folder;
    }

    public static string Manifest(string name, string contract = "1.0", string? options = null, string? assembly = null, string entry = "Entry") => $$"""
        { "name": "{{name}}", "version": "1.2.3", "contract": "{{contract}}", "assembly": "{{assembly ?? name + ".dll"}}", "entry": "{{entry}}"{{(options is null ? "" : $", \"options\": {options}")}} }
        """;

    public Task<PluginSet> LoadAsync(params string[] taken) => new PluginLoader(Settings, Time, Log).LoadAsync(taken.ToHashSet());

    /// <summary>Lets time pass until something has come to its end.</summary>
    public async Task<T> PassAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await task;
    }

    public void Dispose() => _folder.Dispose();
}
