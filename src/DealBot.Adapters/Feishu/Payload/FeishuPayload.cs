using System.Diagnostics;
using System.Text.Json.Serialization;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Feishu.Payload;

/// <summary>The body of one webhook call.</summary>
internal sealed record FeishuPayload([property: JsonPropertyName("msg_type"), JsonPropertyOrder(1)] string MsgType)
{
    public string? Timestamp { get; init; }

    public string? Sign { get; init; }

    [JsonPropertyOrder(2)]
    public FeishuContent? Content { get; init; }

    [JsonPropertyOrder(2)]
    public FeishuCard? Card { get; init; }

    /// <summary>Where Feishu looks for a bot's keywords: texts and titles, not addresses.</summary>
    [JsonIgnore]
    public IEnumerable<string?> Words =>
    [
        Content?.Text,
        Content?.Post?.Article.Title,
        .. Content?.Post?.Article.Content.SelectMany(line => line).Select(piece => piece.Text) ?? [],
        Card?.Header?.Title.Content,
        .. Card?.Body.Elements.Select(element => element.Content ?? element.Text?.Content) ?? [],
    ];

    /// <summary>The body of a message, without signature.</summary>
    /// <param name="message">The message.</param>
    /// <param name="imageKey">Key of its picture; null if it has none.</param>
    /// <param name="keywords">The bot's keywords: a bare picture, which has no words, is given the first as its title.</param>
    public static FeishuPayload From(OutgoingMessage message, string? imageKey, IReadOnlyList<string> keywords) => message switch
    {
        OutgoingMessage.Text text => new("text") { Content = new() { Text = Utf8Text.WithoutControls(text.Content) } },
        OutgoingMessage.Markdown markdown => new("interactive") { Card = FeishuCard.Of(Utf8Text.WithoutControls(markdown.Source)) },
        OutgoingMessage.Image when keywords.Count == 0 => new("image") { Content = new() { ImageKey = imageKey } },
        OutgoingMessage.Image => InPost(keywords[0], [[FeishuPiece.Image(imageKey!)]]),
        OutgoingMessage.Captioned captioned => InPost("", [[FeishuPiece.Image(imageKey!)], .. FeishuPiece.Lines(Utf8Text.WithoutControls(captioned.Content))]),
        OutgoingMessage.News news => InPost(OneLine.Of(news.Title), [.. FeishuPiece.Lines(Utf8Text.WithoutControls(news.Description)), [FeishuPiece.Link("查看详情", news.Url)]]),
        OutgoingMessage.Card card => new("interactive") { Card = FeishuCard.Of(card) },
        _ => throw new UnreachableException(),
    };

    public FeishuPayload SignedBy(FeishuSignature signature) => this with { Timestamp = signature.Timestamp, Sign = signature.Sign };

    private static FeishuPayload InPost(string title, IReadOnlyList<IReadOnlyList<FeishuPiece>> lines) =>
        new("post") { Content = new() { Post = new FeishuPost(new FeishuArticle(title, lines)) } };
}
