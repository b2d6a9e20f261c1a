using System.Text.Json.Serialization;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeCom.Cards;

/// <summary>
/// A card made from a template of WeCom's: <c>text_notice</c>, or <c>news_notice</c> if there is a picture. Lengths of lists and required
/// fields are rules (path/99110); the numbers of characters are what WeCom recommends, since it cuts what has no room on the screen.
/// </summary>
internal sealed record WeComCard(
    [property: JsonPropertyName("card_type")] string CardType,
    [property: JsonPropertyName("main_title")] WeComCardTitle MainTitle,
    [property: JsonPropertyName("card_action")] WeComCardAction CardAction)
{
    private const int MostFacts = 6;
    private const int TitleCharacters = 26;
    private const int ContentCharacters = 112;
    private const int NameCharacters = 5;
    private const int ButtonCharacters = 13;

    [JsonPropertyName("sub_title_text")]
    public string? SubTitleText { get; init; }

    [JsonPropertyName("card_image")]
    public WeComCardImage? CardImage { get; init; }

    [JsonPropertyName("vertical_content_list")]
    public IReadOnlyList<WeComCardTitle>? VerticalContentList { get; init; }

    [JsonPropertyName("horizontal_content_list")]
    public IReadOnlyList<WeComCardFact>? HorizontalContentList { get; init; }

    [JsonPropertyName("jump_list")]
    public IReadOnlyList<WeComCardJump>? JumpList { get; init; }

    public static WeComCard From(OutgoingMessage.Card card)
    {
        var content = Utf8Text.WithoutControls(card.Content).Trim();
        var common = new WeComCard("text_notice", new WeComCardTitle(Cut(card.Title, TitleCharacters)), new WeComCardAction(card.Url.AbsoluteUri))
        {
            HorizontalContentList = NullIfEmpty(card.Facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Name)).Take(MostFacts).Select(FactFrom)),
            JumpList = string.IsNullOrWhiteSpace(card.Button) ? null : [new WeComCardJump(Cut(card.Button, ButtonCharacters), card.Url.AbsoluteUri)],
        };

        return card.PictureUrl is { } picture
            ? common with { CardType = "news_notice", CardImage = new WeComCardImage(picture.AbsoluteUri), VerticalContentList = LinesOf(content) }
            : common with { SubTitleText = content.Length == 0 ? null : Cut(content, ContentCharacters) };
    }

    /// <summary>A card with a picture has no subtitle; its first line stands as the title of what follows.</summary>
    private static IReadOnlyList<WeComCardTitle>? LinesOf(string content)
    {
        if (content.Length == 0)
            return null;

        var (first, rest) = content.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? (content[..end], content[end..].Trim()) : (content, "");
        return [new WeComCardTitle(Cut(first, TitleCharacters)) { Description = rest.Length == 0 ? null : Cut(rest, ContentCharacters) }];
    }

    private static WeComCardFact FactFrom(CardFact fact) => new(Cut(fact.Name, NameCharacters), Cut(fact.Value, TitleCharacters));

    private static IReadOnlyList<WeComCardFact>? NullIfEmpty(IEnumerable<WeComCardFact> facts) => facts.ToList() is { Count: > 0 } list ? list : null;

    private static string Cut(string text, int most) => Utf8Text.CutCharacters(Utf8Text.WithoutControls(text), most);
}
