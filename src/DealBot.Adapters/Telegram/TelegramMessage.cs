using System.Text.Json.Serialization;

namespace DealBot.Adapters.Telegram;

/// <summary>Parameters of <c>sendMessage</c>. No parse mode: a deal's title may hold anything that a markup language could stumble over.</summary>
internal sealed record TelegramMessage(
    [property: JsonPropertyName("chat_id")] string ChatId,
    string Text,
    [property: JsonPropertyName("link_preview_options")] TelegramLinkPreview LinkPreview)
{
    [JsonPropertyName("reply_markup")]
    public TelegramKeyboard? Keyboard { get; init; }
}
