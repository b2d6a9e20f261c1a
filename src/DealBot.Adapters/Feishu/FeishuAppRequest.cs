using System.Text.Json.Serialization;

namespace DealBot.Adapters.Feishu;

/// <summary>What an app asks its token with.</summary>
internal sealed record FeishuAppRequest([property: JsonPropertyName("app_id")] string AppId, [property: JsonPropertyName("app_secret")] string AppSecret);
