using System.Diagnostics;
using System.Text.Json.Serialization;
using DealBot.Adapters.WeCom.Cards;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeCom;

/// <summary>The body of one webhook call; of the parts only the one that <see cref="MsgType"/> names is present.</summary>
internal sealed record WeComPayload([property: JsonPropertyName("msgtype")] string MsgType)
{
    /// <summary>Longer titles are cut by WeCom in the middle of a character, so they are cut here.</summary>
    private const int TitleBytes = 128;

    private const int DescriptionBytes = 512;

    public WeComContent? Text { get; init; }

    public WeComContent? Markdown { get; init; }

    [JsonPropertyName("markdown_v2")]
    public WeComContent? MarkdownV2 { get; init; }

    public WeComImage? Image { get; init; }

    public WeComNews? News { get; init; }

    public WeComFile? File { get; init; }

    [JsonPropertyName("template_card")]
    public WeComCard? TemplateCard { get; init; }

    /// <summary>A message that needs no upload.</summary>
    public static WeComPayload From(OutgoingMessage message, WeComMarkdown dialect) => message switch
    {
        OutgoingMessage.Text text => new("text") { Text = new(Utf8Text.WithoutControls(text.Content)) },
        OutgoingMessage.Markdown markdown => MarkdownFrom(new(Utf8Text.WithoutControls(markdown.Source)), dialect),
        OutgoingMessage.Image image => new("image") { Image = WeComImage.From(image.Bytes) },
        OutgoingMessage.News news => new("news") { News = new([ArticleFrom(news)]) },
        OutgoingMessage.Card card => new("template_card") { TemplateCard = WeComCard.From(card) },
        _ => throw new UnreachableException(),
    };

    /// <summary>A file that was uploaded.</summary>
    public static WeComPayload OfFile(string mediaId) => new("file") { File = new(mediaId) };

    private static WeComPayload MarkdownFrom(WeComContent content, WeComMarkdown dialect) =>
        dialect == WeComMarkdown.V2 ? new("markdown_v2") { MarkdownV2 = content } : new("markdown") { Markdown = content };

    private static WeComArticle ArticleFrom(OutgoingMessage.News news) => new(
        Utf8Text.Cut(Utf8Text.WithoutControls(news.Title), TitleBytes),
        Utf8Text.Cut(Utf8Text.WithoutControls(news.Description), DescriptionBytes),
        news.Url.AbsoluteUri,
        news.PictureUrl?.AbsoluteUri);
}
