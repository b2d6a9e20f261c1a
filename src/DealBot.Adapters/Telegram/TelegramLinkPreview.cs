using System.Text.Json.Serialization;

namespace DealBot.Adapters.Telegram;

/// <summary>
/// What is shown of a link in a message. Tracking links are not previewed: that would be a visit of Telegram's own, and shows a shop's front page.
/// A card's picture is shown as the preview of its address, so that a picture that can't be fetched does not keep the message out.
/// </summary>
internal sealed record TelegramLinkPreview
{
    public static readonly TelegramLinkPreview None = new() { IsDisabled = true };

    [JsonPropertyName("is_disabled")]
    public bool? IsDisabled { get; private init; }

    public string? Url { get; private init; }

    [JsonPropertyName("prefer_large_media")]
    public bool? PrefersLarge { get; private init; }

    [JsonPropertyName("show_above_text")]
    public bool? IsAbove { get; private init; }

    public static TelegramLinkPreview Of(Uri? picture) =>
        picture is null ? None : new TelegramLinkPreview { Url = picture.AbsoluteUri, PrefersLarge = true, IsAbove = true };
}
