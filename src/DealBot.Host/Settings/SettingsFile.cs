using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DealBot.Host.Settings;

/// <summary>The whole of appsettings.json, for its schema.</summary>
public sealed record SettingsFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonPropertyName(SettingsLoader.Section)]
    [Description("DealBot 的配置")]
    public required HostSettings DealBot { get; init; }

    [JsonPropertyName("Serilog")]
    [Description("日志，见 Serilog.Settings.Configuration 的文档")]
    public JsonObject? Serilog { get; init; }
}
