using System.Text.Json;
using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A message as the outbox keeps it. Pictures are files beside the database, written before the post is planned.</summary>
/// <param name="Kind"><c>text</c>, <c>markdown</c>, <c>image</c>, <c>captioned</c>, <c>news</c> or <c>card</c>.</param>
/// <param name="Text">The text or markdown; the title of a card.</param>
/// <param name="File">Picture file, as <see cref="PictureFiles"/> names it.</param>
/// <param name="Description">What is below a card's title.</param>
/// <param name="Url">Where a card leads.</param>
/// <param name="Detail">The rest of a card as JSON: <see cref="CardDetail"/>.</param>
public sealed record StoredMessage(string Kind, string? Text, string? File = null, string? Description = null, string? Url = null, string? Detail = null)
{
    /// <summary>Whether it counts as a picture.</summary>
    public bool IsPicture => Kind is "image" or "captioned";

    public static StoredMessage OfText(string text) => new("text", text);

    public static StoredMessage OfMarkdown(string source) => new("markdown", source);

    public static StoredMessage OfImage(string file) => new("image", null, file);

    public static StoredMessage OfCaptioned(string file, string text) => new("captioned", text, file);

    public static StoredMessage OfNews(string title, string description, string url) => new("news", title, null, description, url);

    public static StoredMessage OfCard(string title, string content, string url, CardDetail detail) =>
        new("card", title, null, content, url, JsonSerializer.Serialize(detail));

    /// <summary>What the adapter gets.</summary>
    /// <exception cref="IOException">The picture can't be read.</exception>
    /// <exception cref="UriFormatException">A card's link is no address.</exception>
    /// <exception cref="JsonException">The rest of a card can't be read.</exception>
    public OutgoingMessage Open(PictureFiles pictures) => Kind switch
    {
        "markdown" => new OutgoingMessage.Markdown(Text!),
        "image" => pictures.Open(File!),
        "captioned" => new OutgoingMessage.Captioned(pictures.Open(File!), Text!),
        "news" => new OutgoingMessage.News(Text!, Description ?? "", new Uri(Url!), null),
        "card" => Card(JsonSerializer.Deserialize<CardDetail>(Detail!)!),
        _ => new OutgoingMessage.Text(Text!),
    };

    private OutgoingMessage.Card Card(CardDetail detail) => new(Text!, Description ?? "", detail.Facts, detail.Button, new Uri(Url!), detail.PictureUrl);
}
