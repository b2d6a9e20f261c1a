using System.Text.Json.Serialization;

namespace DealBot.Adapters.Telegram;

/// <summary>Parameters of a question; null for one that concerns no chat.</summary>
internal sealed record TelegramQuestion([property: JsonPropertyName("chat_id")] string? ChatId);
