using System.Text.Json.Serialization;

namespace DealBot.Adapters.Feishu.Payload;

/// <summary>What a button does.</summary>
internal sealed record FeishuBehavior(string Type, [property: JsonPropertyName("default_url")] string DefaultUrl);
