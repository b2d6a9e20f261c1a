using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Feishu.Payload;

/// <summary>
/// A card of the second format. Feishu refuses properties of it that it does not know, so that there are only those that it documents; clients older
/// than 7.20 show the title and ask to be updated.
/// </summary>
internal sealed record FeishuCard(FeishuCardHeader? Header, FeishuCardBody Body, string Schema = "2.0")
{
    /// <summary>A card of markdown alone.</summary>
    public static FeishuCard Of(string markdown) => new(null, new([FeishuElement.Markdown(markdown)]));

    public static FeishuCard Of(OutgoingMessage.Card card) => new(new(FeishuCardText.Plain(OneLine.Of(card.Title))), new([.. Elements(card)]));

    private static IEnumerable<FeishuElement> Elements(OutgoingMessage.Card card)
    {
        if (!string.IsNullOrWhiteSpace(card.Content))
            yield return FeishuElement.Markdown(MarkdownText.Of(Utf8Text.WithoutControls(card.Content)));
        if (card.Facts.Count > 0)
            yield return FeishuElement.Markdown(MarkdownText.List(card.Facts));

        yield return FeishuElement.Button(OneLine.Of(card.Button), card.Url);
    }
}
