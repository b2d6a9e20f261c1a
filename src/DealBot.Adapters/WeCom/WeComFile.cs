using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeCom;

/// <summary>A file that was uploaded before.</summary>
internal sealed record WeComFile([property: JsonPropertyName("media_id")] string MediaId);
