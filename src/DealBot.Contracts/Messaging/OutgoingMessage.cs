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
    public sealed record Image(ReadOnlyMemory<byte> Bytes, string MediaType) : OutgoingMessage;

    /// <summary>A card with title, description, link and picture.</summary>
    /// <param name="Title">Title.</param>
    /// <param name="Description">A line or two below it; may be empty.</param>
    /// <param name="Url">Where it leads.</param>
    /// <param name="PictureUrl">Picture that the platform fetches itself; null for none.</param>
    public sealed record News(string Title, string Description, Uri Url, Uri? PictureUrl) : OutgoingMessage;
}
