namespace DealBot.Simulators.WeCom;

/// <summary>One message that the simulator accepted; of the parts only those of its type are present.</summary>
/// <param name="Key">Key of the robot.</param>
/// <param name="Chat">Chat that the message was posted into.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="MsgType"><c>text</c>, <c>markdown</c>, <c>markdown_v2</c>, <c>image</c>, <c>news</c>, <c>file</c>, <c>voice</c> or <c>template_card</c>.</param>
public sealed record WeComReceived(string Key, string Chat, DateTimeOffset At, string MsgType)
{
    /// <summary>Content of a text or markdown message.</summary>
    public string? Text { get; init; }

    /// <summary>Bytes of a picture.</summary>
    public ReadOnlyMemory<byte> ImageBytes { get; init; }

    /// <summary>Articles of a news message, as group members see them: cut to the documented lengths.</summary>
    public IReadOnlyList<WeComReceivedArticle> Articles { get; init; } = [];

    /// <summary>The file of a file or voice message.</summary>
    public WeComReceivedFile? File { get; init; }

    /// <summary>The card of a card message.</summary>
    public WeComReceivedCard? Card { get; init; }

    /// <summary>Title of the first article.</summary>
    public string? Title => Articles.Count > 0 ? Articles[0].Title : null;

    /// <summary>Link of the first article.</summary>
    public string? Url => Articles.Count > 0 ? Articles[0].Url : null;
}
