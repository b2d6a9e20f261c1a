namespace DealBot.Contracts;

/// <summary>One message to a chat. A post is one or more of them, sent in order.</summary>
public abstract record OutgoingMessage
{
    private OutgoingMessage()
    {
    }

    /// <summary>Plain text.</summary>
    /// <param name="Content">The text, new lines as <c>\n</c>.</param>
    public sealed record Text(string Content) : OutgoingMessage;

    /// <summary>Markdown in the platform's own dialect.</summary>
    /// <param name="Source">The markdown.</param>
    public sealed record Markdown(string Source) : OutgoingMessage;

    /// <summary>A picture.</summary>
    /// <param name="Bytes">The file's bytes.</param>
    /// <param name="MediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
    /// <param name="PublicUrl">Where the same picture can be fetched by the platform; null if nowhere.</param>
    public sealed record Image(ReadOnlyMemory<byte> Bytes, string MediaType, Uri? PublicUrl = null) : OutgoingMessage;

    /// <summary>A picture with a text below it, as one message: one call of the platform's quota instead of two.</summary>
    /// <param name="Picture">The picture.</param>
    /// <param name="Content">The text, new lines as <c>\n</c>.</param>
    public sealed record Captioned(Image Picture, string Content) : OutgoingMessage;

    /// <summary>A card with title, description, link and picture.</summary>
    /// <param name="Title">Title.</param>
    /// <param name="Description">A line or two below it; may be empty.</param>
    /// <param name="Url">Where it leads.</param>
    /// <param name="PictureUrl">Picture that the platform fetches itself; null for none.</param>
    public sealed record News(string Title, string Description, Uri Url, Uri? PictureUrl) : OutgoingMessage;

    /// <summary>A card that says more than <see cref="News"/>: facts in two columns and a button.</summary>
    /// <param name="Title">Title.</param>
    /// <param name="Content">A few lines below it, plain text; may be empty.</param>
    /// <param name="Facts">Name and value, in order, for example 券后 and ¥9.9; may be empty. A platform that takes fewer shows the first.</param>
    /// <param name="Button">What the button says, for example 领券购买.</param>
    /// <param name="Url">Where card and button lead.</param>
    /// <param name="PictureUrl">Picture that the platform fetches itself; null for none.</param>
    public sealed record Card(string Title, string Content, IReadOnlyList<CardFact> Facts, string Button, Uri Url, Uri? PictureUrl) : OutgoingMessage;

    /// <summary>A file to be opened or kept, for example a statement.</summary>
    /// <param name="Bytes">Its bytes.</param>
    /// <param name="Name">Its name with extension, without a folder.</param>
    public sealed record File(ReadOnlyMemory<byte> Bytes, string Name) : OutgoingMessage;
}
