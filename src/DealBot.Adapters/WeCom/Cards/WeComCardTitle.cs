using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeCom.Cards;

/// <summary>A title and what stands below it.</summary>
internal sealed record WeComCardTitle(string Title)
{
    [JsonPropertyName("desc")]
    public string? Description { get; init; }
}
