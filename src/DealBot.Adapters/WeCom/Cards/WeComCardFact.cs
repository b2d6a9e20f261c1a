using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeCom.Cards;

/// <summary>A name and its value.</summary>
internal sealed record WeComCardFact([property: JsonPropertyName("keyname")] string KeyName, string Value);
