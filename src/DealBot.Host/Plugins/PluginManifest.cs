using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DealBot.Host.Plugins;

/// <summary>A plugin's <c>plugin.json</c>.</summary>
internal sealed record PluginManifest
{
    public const string FileName = "plugin.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("名字，和所在目录同名：小写字母开头，只有小写字母和数字；群的 adapter 和群主的 networkAccounts 用它")]
    public required string Name { get; init; }

    [Description("插件的版本，例如 1.2.0")]
    public required string Version { get; init; }

    [Description("编译时用的 DealBot.Contracts 的 ContractVersion，例如 1.0")]
    public required string Contract { get; init; }

    [Description("程序集的文件名，例如 Acme.dll")]
    public required string Assembly { get; init; }

    [Description("入口类型的全名，例如 Acme.AcmePlugin；它实现 IAdapterPlugin 或 INetworkPlugin")]
    public required string Entry { get; init; }

    [Description("选项的 JSON Schema；不写就是没有选项")]
    public JsonElement? Options { get; init; }
}
