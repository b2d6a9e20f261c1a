using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>A link that is shown as a card.</summary>
internal sealed record WeComLink(
    string Title,
    [property: JsonPropertyName("picurl")] string? PictureUrl,
    [property: JsonPropertyName("desc")] string Description,
    string Url);
