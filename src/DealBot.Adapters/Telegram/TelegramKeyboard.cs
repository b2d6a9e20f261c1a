using System.Text.Json.Serialization;

namespace DealBot.Adapters.Telegram;

/// <summary>Rows of buttons below a message; DealBot shows one button.</summary>
internal sealed record TelegramKeyboard(
    [property: JsonPropertyName("inline_keyboard")] IReadOnlyList<IReadOnlyList<TelegramButton>> Rows)
{
    public static TelegramKeyboard Of(string text, Uri url) => new([[new TelegramButton(text, url.AbsoluteUri)]]);
}
