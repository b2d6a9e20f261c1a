using System.Diagnostics;
using System.Text.Json.Serialization;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.DingTalk;

/// <summary>The body of one webhook call; of the parts only the one that <see cref="MsgType"/> names is present.</summary>
internal sealed record DingTalkPayload([property: JsonPropertyName("msgtype")] string MsgType)
{
    /// <summary>Titles are seen in lists of chats only, which show the first words.</summary>
    private const int TitleBytes = 120;

    public DingTalkText? Text { get; init; }

    public DingTalkMarkdown? Markdown { get; init; }

    public DingTalkLink? Link { get; init; }

    public DingTalkActionCard? ActionCard { get; init; }

    /// <summary>Where DingTalk looks for a robot's keywords.</summary>
    [JsonIgnore]
    public IEnumerable<string?> Words => [Text?.Content, Markdown?.Title, Markdown?.Text, Link?.Title, Link?.Text, ActionCard?.Title, ActionCard?.Text];

    /// <summary>The body of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="keywords">The robot's keywords: a bare picture, which has no words, is given the first.</param>
    public static DingTalkPayload From(OutgoingMessage message, IReadOnlyList<string> keywords) => message switch
    {
        OutgoingMessage.Text text => new("text") { Text = new(Utf8Text.WithoutControls(text.Content)) },
        OutgoingMessage.Markdown markdown => InMarkdown(TitleOf(markdown.Source.Trim(' ', '#', '*', '>', '-')), Utf8Text.WithoutControls(markdown.Source)),
        OutgoingMessage.Image image => Bare(image, keywords),
        OutgoingMessage.Captioned captioned => InMarkdown(
            TitleOf(captioned.Content), $"{MarkdownText.Picture(captioned.Picture.PublicUrl!)}\n\n{MarkdownText.Of(Utf8Text.WithoutControls(captioned.Content))}"),
        OutgoingMessage.News news => new("link") { Link = LinkFrom(news) },
        OutgoingMessage.Card card => new("actionCard") { ActionCard = DingTalkActionCard.From(card) },
        _ => throw new UnreachableException(),
    };

    private static DingTalkPayload InMarkdown(string title, string text) => new("markdown") { Markdown = new(title, text) };

    private static DingTalkPayload Bare(OutgoingMessage.Image image, IReadOnlyList<string> keywords) => keywords.Count == 0
        ? InMarkdown("[图片]", MarkdownText.Picture(image.PublicUrl!))
        : InMarkdown(keywords[0], $"{MarkdownText.Picture(image.PublicUrl!)}\n\n{MarkdownText.Of(keywords[0])}");

    // A link needs a text; a card without a second line shows its title there.
    private static DingTalkLink LinkFrom(OutgoingMessage.News news) => new(
        Utf8Text.WithoutControls(news.Title),
        Utf8Text.WithoutControls(string.IsNullOrWhiteSpace(news.Description) ? news.Title : news.Description),
        news.Url.AbsoluteUri,
        news.PictureUrl?.AbsoluteUri);

    private static string TitleOf(string text) =>
        Utf8Text.Cut(Utf8Text.WithoutControls(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("[消息]"), TitleBytes);
}
