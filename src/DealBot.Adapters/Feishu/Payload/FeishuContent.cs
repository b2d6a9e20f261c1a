using System.Text.Json.Serialization;

namespace DealBot.Adapters.Feishu.Payload;

/// <summary>The content of a message that is no card; only the part of its type is present.</summary>
internal sealed record FeishuContent
{
    public string? Text { get; init; }

    public FeishuPost? Post { get; init; }

    [JsonPropertyName("image_key")]
    public string? ImageKey { get; init; }
}
