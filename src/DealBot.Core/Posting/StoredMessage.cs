using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A message as the outbox keeps it. Pictures are files beside the database, written before the post is planned.</summary>
/// <param name="Kind"><c>text</c>, <c>markdown</c>, <c>image</c> or <c>news</c>.</param>
/// <param name="Text">The text or markdown; the title of a card.</param>
/// <param name="File">Picture file, as <see cref="PictureFiles"/> names it.</param>
/// <param name="Description">Second line of a card.</param>
/// <param name="Url">Where a card leads.</param>
public sealed record StoredMessage(string Kind, string? Text, string? File = null, string? Description = null, string? Url = null)
{
    /// <summary>Whether it counts as a picture.</summary>
    public bool IsPicture => Kind is "image" or "captioned";

    public static StoredMessage OfText(string text) => new("text", text);

    public static StoredMessage OfImage(string file) => new("image", null, file);

    public static StoredMessage OfNews(string title, string description, string url) => new("news", title, null, description, url);

    /// <summary>What the adapter gets.</summary>
    /// <exception cref="IOException">The picture can't be read.</exception>
    public OutgoingMessage Open(PictureFiles pictures) => Kind switch
    {
        "markdown" => new OutgoingMessage.Markdown(Text!),
        "image" => pictures.Open(File!),
        "news" => new OutgoingMessage.News(Text!, Description ?? "", new Uri(Url!), null),
        _ => new OutgoingMessage.Text(Text!),
    };
}
