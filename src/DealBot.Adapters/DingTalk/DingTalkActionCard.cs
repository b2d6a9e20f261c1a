using System.Text;
using System.Text.Json.Serialization;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.DingTalk;

/// <summary>A card of markdown with one button.</summary>
internal sealed record DingTalkActionCard(
    string Title,
    string Text,
    string SingleTitle,
    [property: JsonPropertyName("singleURL")] string SingleUrl,
    string BtnOrientation = "0")
{
    public static DingTalkActionCard From(OutgoingMessage.Card card)
    {
        var text = new StringBuilder();
        if (card.PictureUrl is { } picture)
            text.Append(MarkdownText.Picture(picture)).Append("\n\n");

        text.Append("### ").Append(MarkdownText.Of(OneLine.Of(card.Title)));
        if (!string.IsNullOrWhiteSpace(card.Content))
            text.Append("\n\n").Append(MarkdownText.Of(Utf8Text.WithoutControls(card.Content)));
        if (card.Facts.Count > 0)
            text.Append("\n\n").Append(MarkdownText.List(card.Facts));

        return new DingTalkActionCard(OneLine.Of(card.Title), text.ToString(), OneLine.Of(card.Button), card.Url.AbsoluteUri);
    }
}
