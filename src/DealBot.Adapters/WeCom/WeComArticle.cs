using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeCom;

/// <summary>One card.</summary>
internal sealed record WeComArticle(
    string Title,
    string Description,
    string Url,
    [property: JsonPropertyName("picurl")] string? PictureUrl);
